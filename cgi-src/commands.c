/* SPDX-License-Identifier: EUPL-1.2 */
/* Commands: what operators can run beside serving. */
#include "commands.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/password.h"
#include "db/database.h"
#include "desk/export.h"
#include "desk/recompose.h"
#include "kinds/report/desk_model.h"
#include "record/content.h"
#include "record/findings.h"
#include "web/account.h"

static struct database *open_database(const struct config *config)
{
    return database_new(&(struct database_setup){ .conninfo = config->database,
                                                  .timeout_ms = config->database_timeout_ms });
}

/* Reads a line of standard input; from a terminal, asks for it and does not show it. */
static void read_unseen(char *line, int size)
{
    struct termios shown, unseen;
    bool is_terminal = tcgetattr(STDIN_FILENO, &shown) == 0;
    if (is_terminal) {
        unseen = shown;
        unseen.c_lflag &= ~(tcflag_t)ECHO;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
        fputs("password: ", stderr);
    }
    if (!fgets(line, size, stdin))
        *line = '\0';
    if (is_terminal) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
        fputc('\n', stderr);
    }
}

/* Reads a password; false, and a line that says why, when it cannot be one. */
static bool read_password(char *password, int size)
{
    read_unseen(password, size);
    password[strcspn(password, "\n")] = '\0';
    if (!password_is_weak(password))
        return true;
    fprintf(stderr,
            "the password is too weak: at least %d characters, and none of the common ones\n",
            PASSWORD_MIN);
    return false;
}

int command_change_account(const struct config *config, const char *what, const char *name,
                           const char *role)
{
    static const char *const refusals[] = {
        [ACCOUNT_TAKEN] = "there is already an account of this name",
        [ACCOUNT_UNKNOWN] = "there is no account of this name",
        [ACCOUNT_LAST] = "no administrator would be left",
    };
    char password[PASSWORD_MAX * 4 + 2] = "";
    bool with_password = strcmp(what, "add") == 0 || strcmp(what, "password") == 0;
    if (with_password && !read_password(password, sizeof password))
        return EXIT_FAILURE;
    enum account_result result = ACCOUNT_UNKNOWN;
    struct arena *arena = arena_new();
    struct database *database = open_database(config);
    struct batch *batch = batch_new(database, arena, BATCH_WRITES);
    const char *hash = with_password ? password_hash(password, arena) : NULL;
    sodium_memzero(password, sizeof password);
    account_change_ask(batch, "operator", NULL, what, name, role, hash, &result);
    enum err err = batch_run(batch);
    if (err || result)
        fprintf(
            stderr, "%s\n",
            err == ERR_INVALID
                ? "a name has letters, digits, dots and dashes; a role is editor or administrator"
            : err ? "cannot change the account in the database"
                  : refusals[result]);
    database_free(database);
    arena_free(arena);
    return err || result ? EXIT_FAILURE : EXIT_SUCCESS;
}

int command_list_accounts(const struct config *config)
{
    struct account_list list = { 0 };
    struct arena *arena = arena_new();
    struct database *database = open_database(config);
    struct batch *batch = batch_new(database, arena, BATCH_READS);
    accounts_ask(batch, &list);
    enum err err = batch_run(batch);
    for (size_t i = 0; !err && i < list.count; i++) {
        const struct account_entry *entry = &list.items[i];
        printf("%-20s %-13s %-8s %-8s since %s, at work %s%s\n", entry->name,
               role_name(entry->role), entry->enabled ? "enabled" : "disabled",
               entry->codes ? "codes" : "no codes", entry->since, entry->used ? entry->used : "-",
               entry->used ? " (Brussels)" : "");
    }
    if (err)
        fputs("cannot query the database\n", stderr);
    database_free(database);
    arena_free(arena);
    return err ? EXIT_FAILURE : EXIT_SUCCESS;
}

enum { VERIFY_RIGHT, VERIFY_WRONG, VERIFY_UNKNOWN };

int command_verify_account(const struct config *config, const char *name)
{
    struct login login = { 0 };
    char password[PASSWORD_MAX * 4 + 2] = "";
    if (!read_password(password, sizeof password))
        return EXIT_FAILURE;
    struct arena *arena = arena_new();
    struct database *database = open_database(config);
    struct batch *batch = batch_new(database, arena, BATCH_READS);
    login_ask(batch, name, "127.0.0.1", &login);
    enum err err = batch_run(batch);
    int status = err                                          ? VERIFY_UNKNOWN
                 : password_matches(login.password, password) ? VERIFY_RIGHT
                                                              : VERIFY_WRONG;
    sodium_memzero(password, sizeof password);
    if (err)
        fputs("cannot query the database\n", stderr);
    database_free(database);
    arena_free(arena);
    return status;
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
    const char *reason = detail + FINDING_MINUTE_LENGTH + 1;
    printf(" %.*s: %s\n", FINDING_MINUTE_LENGTH, detail,
           strcmp(reason, "address") == 0 ? "another document is public at its address"
           : strcmp(reason, "texts") == 0 ? "a title, short title or summary is missing"
                                          : reason);
}

/* "kind key language words", where "-" stands for no language. */
static void print_finding(const struct finding *finding)
{
    static const char *const words[FINDING_KINDS] = {
        [FINDING_FAILED] = "could not be published at the time set,",
        [FINDING_CONCLUSIONS] = "a meeting without conclusions, over since",
        [FINDING_PLANNED] = "a meeting that is still planned, over since",
        [FINDING_MISSING] = "not public",
        [FINDING_OUTDATED] = "the original has changed since this was translated:",
        [FINDING_GAP] = "nobody presides",
        [FINDING_VACANT] = "nobody presides today:",
        [FINDING_LINK] = "links to a document that does not exist:",
        [FINDING_DRAFT] = "a draft, unchanged since",
    };
    printf("%-12s %s %s %s", finding_kind_name(finding->kind), finding->key,
           finding->language == LANGUAGES ? "-" : language_tag(finding->language),
           words[finding->kind]);
    if (finding->kind == FINDING_FAILED)
        print_failure(finding->detail);
    else if (finding->kind == FINDING_MISSING)
        puts(finding->detail ? ", there is a draft" : "");
    else
        printf(" %s\n", finding->detail);
}

/* The maximum that is printed of each kind: more of a kind are one problem. */
enum { FINDINGS_MAX = 1000 };

enum { CHECK_WELL, CHECK_FINDINGS, CHECK_UNKNOWN };

int command_check(const struct config *config)
{
    struct findings findings = { 0 };
    struct arena *arena = arena_new();
    struct database *database = open_database(config);
    struct batch *batch = batch_new(database, arena, BATCH_READS);
    findings_ask(batch, FINDINGS_MAX, &findings);
    struct report_counts reports = { 0 };
    report_counts_ask(batch, &reports);
    int status = batch_run(batch)                                         ? CHECK_UNKNOWN
                 : findings.count || reports.long_waiting || reports.held ? CHECK_FINDINGS
                                                                          : CHECK_WELL;
    for (size_t i = 0; i < findings.count; i++)
        print_finding(&findings.items[i]);
    for (enum finding_kind kind = 0; kind < FINDING_KINDS; kind++)
        if (findings.totals[kind] > FINDINGS_MAX)
            printf("%-12s - - and more\n", finding_kind_name(kind));
    if (reports.long_waiting)
        printf("%-12s - - %ld have waited for more than a fortnight\n", "reports",
               reports.long_waiting);
    if (reports.held)
        printf("%-12s - - %ld came in a flood and are held back, for thirty days at most\n",
               "reports", reports.held);
    if (config_print_unset(config) && status == CHECK_WELL)
        status = CHECK_FINDINGS;
    if (status == CHECK_UNKNOWN)
        fputs("cannot query the database\n", stderr);
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

int command_recompose(const struct config *config)
{
    long count = 0;
    struct database *database = open_database(config);
    enum err err = recompose(database, &count);
    if (err)
        fprintf(stderr, "failed after %ld documents were composed anew\n", count);
    else
        printf("%ld documents were composed anew\n", count);
    database_free(database);
    return err ? EXIT_FAILURE : EXIT_SUCCESS;
}
