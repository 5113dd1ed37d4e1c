/* Commands: what operators have the program do beside serving. */
#include "commands.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/password.h"
#include "db/database.h"
#include "model/account.h"
#include "model/care.h"
#include "model/content.h"
#include "model/export.h"
#include "model/queue.h"

static struct database *open_database(const struct config *config)
{
    return database_new(&(struct database_setup){ .conninfo = config->database, .timeout_ms = config->database_timeout_ms });
}

int command_add_account(const struct config *config, const char *name, const char *role)
{
    char password[PASSWORD_MOST * 4 + 2] = "";
    if (!fgets(password, sizeof password, stdin))
        return EXIT_FAILURE;
    password[strcspn(password, "\n")] = '\0';
    if (password_is_weak(password)) {
        fprintf(stderr, "the password is too weak: at least %d characters, and none of the common ones\n", PASSWORD_LEAST);
        return EXIT_FAILURE;
    }
    struct arena *arena = arena_new();
    struct database *database = open_database(config);
    struct batch *batch = batch_new(database, arena, BATCH_WRITES);
    account_add_ask(batch, name, role, password_hash(password, arena));
    enum err err = batch_run(batch);
    sodium_memzero(password, sizeof password);
    if (err)
        fprintf(stderr, err == ERR_CONFLICT ? "there is an account of this name\n" : "cannot add this account\n");
    database_free(database);
    arena_free(arena);
    return err ? EXIT_FAILURE : EXIT_SUCCESS;
}

int command_reset_codes(const struct config *config, const char *name)
{
    enum account_result result = ACCOUNT_UNKNOWN;
    struct arena *arena = arena_new();
    struct database *database = open_database(config);
    struct batch *batch = batch_new(database, arena, BATCH_WRITES);
    account_change_ask(batch, "operator", NULL, "codes", name, NULL, NULL, &result);
    enum err err = batch_run(batch);
    if (err || result)
        fprintf(stderr, err ? "cannot reset the codes\n" : "there is no account of this name\n");
    database_free(database);
    arena_free(arena);
    return err || result ? EXIT_FAILURE : EXIT_SUCCESS;
}

int command_count_accounts(const struct config *config)
{
    long count = 0;
    struct arena *arena = arena_new();
    struct database *database = open_database(config);
    struct batch *batch = batch_new(database, arena, BATCH_READS);
    account_count_ask(batch, &count);
    enum err err = batch_run(batch);
    if (!err)
        printf("%ld\n", count);
    database_free(database);
    arena_free(arena);
    return err ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* "minute: reason" */
static void print_failure(const char *detail)
{
    const char *reason = detail + CARE_MINUTE_LENGTH + 1;
    printf(" %.*s: %s\n", CARE_MINUTE_LENGTH, detail,
           strcmp(reason, "address") == 0 ? "another document is public at its address"
           : strcmp(reason, "texts") == 0 ? "a title, short title or summary is missing"
                                          : reason);
}

/* "kind key language words", where "-" stands for no language. */
static void print_finding(const struct care_finding *finding)
{
    static const char *const words[CARE_KINDS] = {
        [CARE_FAILED] = "could not be published at its time,",
        [CARE_CONCLUSIONS] = "a meeting without conclusions, over since",
        [CARE_PLANNED] = "a meeting that is still planned, over since",
        [CARE_MISSING] = "not public",
        [CARE_OUTDATED] = "the original has changed since this was translated:",
        [CARE_GAP] = "nobody presides",
        [CARE_VACANT] = "nobody presides today:",
        [CARE_LINK] = "links to a document that is not there:",
        [CARE_DRAFT] = "a draft that was left on",
    };
    printf("%-12s %s %s %s", care_kind_name(finding->kind), finding->key,
           finding->language == LANGUAGES ? "-" : language_tag(finding->language), words[finding->kind]);
    if (finding->kind == CARE_FAILED)
        print_failure(finding->detail);
    else if (finding->kind == CARE_MISSING)
        puts(finding->detail ? ", there is a draft" : "");
    else
        printf(" %s\n", finding->detail);
}

/* What is one finding a thousand times over is one thing to do. */
enum { FINDINGS_MOST = 1000 };

enum { CHECK_WELL, CHECK_FINDINGS, CHECK_UNKNOWN };

int command_check(const struct config *config)
{
    struct care care = { 0 };
    struct arena *arena = arena_new();
    struct database *database = open_database(config);
    struct batch *batch = batch_new(database, arena, BATCH_READS);
    care_ask(batch, FINDINGS_MOST, &care);
    struct queue_length reports = { 0 };
    queue_length_ask(batch, &reports);
    int status = batch_run(batch) ? CHECK_UNKNOWN : care.count || reports.long_waiting ? CHECK_FINDINGS : CHECK_WELL;
    for (size_t i = 0; i < care.count; i++)
        print_finding(&care.items[i]);
    for (enum care_kind kind = 0; kind < CARE_KINDS; kind++)
        if (care.totals[kind] > FINDINGS_MOST)
            printf("%-12s - - and more\n", care_kind_name(kind));
    if (reports.long_waiting)
        printf("%-12s - - %ld of visitors wait for more than a fortnight\n", "reports", reports.long_waiting);
    if (status == CHECK_UNKNOWN)
        fputs("the database cannot be asked\n", stderr);
    database_free(database);
    arena_free(arena);
    return status;
}

int command_load_content(const struct config *config, const char *folder)
{
    struct database *database = open_database(config);
    enum err err = content_load(database, folder);
    database_free(database);
    return err ? EXIT_FAILURE : EXIT_SUCCESS;
}

int command_export_content(const struct config *config, const char *folder)
{
    struct database *database = open_database(config);
    enum err err = export_write(database, folder);
    database_free(database);
    return err ? EXIT_FAILURE : EXIT_SUCCESS;
}
