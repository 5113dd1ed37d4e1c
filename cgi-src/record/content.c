/* SPDX-License-Identifier: EUPL-1.2 */
/* Content: imports documents from files. */
#include "record/content.h"

#include <glob.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/characters.h"
#include "base/file.h"
#include "base/log.h"
#include "frame/document.h"

enum { TEXT_MAX = 16 * 1024 * 1024, FILE_MAX = 25 * 1024 * 1024 };

STATEMENT(content_parties, "select import_parties($1::jsonb)");
STATEMENT(content_places, "select import_places($1::jsonb)");
STATEMENT(content_synonyms, "select import_synonyms($1::jsonb)");
STATEMENT(content_document, "select import_document($1, $2::jsonb, jsonb_build_object('nl', "
                            "$3::text, 'fr', $4::text, 'de', $5::text, 'en', $6::text),"
                            " $7::jsonb)");

STATEMENT(content_followers, "select import_followers($1, $2::jsonb)");
STATEMENT(content_relations, "select import_relations($1, $2::jsonb)");
STATEMENT(content_file, "select import_linked_file($1, $2::jsonb, $3::integer, $4::bytea)");
STATEMENT(content_rendition,
          "select import_rendition($1, $2::jsonb, $3::integer, $4::integer, $5::bytea)");

/* Whether all strings of JSON are texts, also when they are written with escapes. */
static bool is_text_throughout(const cJSON *json)
{
    bool texts = !json->valuestring || characters_are_text(json->valuestring, true);
    for (const cJSON *item = json->child; item && texts; item = item->next)
        texts =
            (!item->string || characters_are_text(item->string, true)) && is_text_throughout(item);
    return texts;
}

/* Whether TEXT, and each string in it when it is JSON, is a text. The database refuses malformed
 * JSON. */
static bool is_text(const char *text, const char *name)
{
    const char *extension = strrchr(name, '.');
    cJSON *json = extension && strcmp(extension, ".json") == 0 ? cJSON_Parse(text) : NULL;
    bool texts = characters_are_text(text, true) && (!json || is_text_throughout(json));
    cJSON_Delete(json);
    return texts;
}

/* Reads an optional file of FOLDER; *TEXT is NULL when there is none. False when it is there and
 * cannot be read. */
static bool read_optional(const char *folder, const char *name, struct arena *arena,
                          const char **text)
{
    const char *path = arena_print(arena, "%s/%s", folder, name);
    size_t length;
    *text = NULL;
    if (access(path, F_OK) != 0)
        return true;
    const char *read = file_read(path, TEXT_MAX, arena, &length);
    const char *mended = read ? characters_mended(read, true, arena) : NULL;
    if (mended && !is_text(mended, name))
        log_error("characters that no text may have", log_string("file", path));
    else
        *text = mended;
    return *text;
}

/* Reads the facts again, after load_document. */
static const char *facts_of(const char *folder, struct arena *arena)
{
    const char *facts;
    return read_optional(folder, "facts.json", arena, &facts) ? facts : NULL;
}

/* Imports the names and words that documents and searches share, each file by its statement. */
static enum err load_shared(struct batch *batch, const char *folder, struct arena *arena)
{
    static const struct {
        const char *file;
        const struct statement *statement;
    } shared[] = { { "parties.json", &content_parties },
                   { "places.json", &content_places },
                   { "synonyms.json", &content_synonyms } };
    for (size_t i = 0; i < sizeof shared / sizeof *shared; i++) {
        const char *text;
        if (!read_optional(folder, shared[i].file, arena, &text))
            return ERR_INVALID;
        if (text)
            BATCH_ASK(batch, shared[i].statement, NULL, NULL, text);
    }
    return batch_run(batch);
}

static enum err load_document(struct batch *batch, const char *folder, struct arena *arena)
{
    static const char *const names[] = { "facts.json", "nl.md", "fr.md",
                                         "de.md",      "en.md", CONTENT_RECORD };
    const char *texts[sizeof names / sizeof *names];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!read_optional(folder, names[i], arena, &texts[i]))
            return ERR_INVALID;
    if (!texts[0])
        return ERR_INVALID;
    BATCH_ASK(batch, &content_document, NULL, NULL, strrchr(folder, '/') + 1, texts[0], texts[1],
              texts[2], texts[3], texts[4], texts[5]);
    return batch_run(batch);
}

static enum err load_followers(struct batch *batch, const char *folder, struct arena *arena)
{
    BATCH_ASK(batch, &content_followers, NULL, NULL, strrchr(folder, '/') + 1,
              facts_of(folder, arena));
    return batch_run(batch);
}

static enum err load_relations(struct batch *batch, const char *folder, struct arena *arena)
{
    BATCH_ASK(batch, &content_relations, NULL, NULL, strrchr(folder, '/') + 1,
              facts_of(folder, arena));
    return batch_run(batch);
}

/* Whether NAME lies in FOLDER. Content may come from elsewhere: outside its folder, a name might be
 * that of any file of this machine. */
static bool stays_in(const char *folder, const char *name)
{
    bool stays = *name != '/' && *name != '.' && !strstr(name, "/.");
    if (!stays)
        log_error("a name leads out of its folder", log_string("folder", folder),
                  log_string("name", name));
    return stays;
}

static const char *read_linked(const char *folder, const char *name, struct arena *arena,
                               size_t *length)
{
    return stays_in(folder, name)
               ? file_read(arena_print(arena, "%s/%s", folder, name), FILE_MAX, arena, length)
               : NULL;
}

static bool ask_file(struct batch *batch, const char *folder, const char *facts, int place,
                     const char *name, struct arena *arena)
{
    size_t length;
    const char *bytes = read_linked(folder, name, arena, &length);
    if (!bytes)
        return false;
    BATCH_ASK(batch, &content_file, NULL, NULL, strrchr(folder, '/') + 1, facts,
              batch_number(batch, place));
    batch_add_bytes(batch, bytes, length);
    return true;
}

/* The attachments of a document that lie in its folder. */
static enum err load_files(struct batch *batch, const char *folder, struct arena *arena)
{
    const char *text = facts_of(folder, arena);
    cJSON *facts = cJSON_Parse(text);
    const cJSON *item;
    int place = 0;
    bool whole = facts;
    cJSON_ArrayForEach (item, cJSON_GetObjectItemCaseSensitive(facts, "document")) {
        const char *name = content_string(item, "file");
        place++;
        whole = whole && (!name || ask_file(batch, folder, text, place, name, arena));
    }
    enum err err = whole ? batch_run(batch) : ERR_INVALID;
    cJSON_Delete(facts);
    return err;
}

/* Asks for the files of PICTURE, which is at PLACE, from 1, in FACTS. */
static bool ask_picture(struct batch *batch, const char *folder, const char *facts,
                        const cJSON *picture, int place, struct arena *arena)
{
    const cJSON *item;
    int number = 0;
    bool whole = true;
    cJSON_ArrayForEach (item, cJSON_GetObjectItemCaseSensitive(picture, "files")) {
        size_t length;
        const char *name = content_string(item, "file"),
                   *bytes = name ? read_linked(folder, name, arena, &length) : NULL;
        number++;
        whole = whole && bytes;
        if (!bytes)
            continue;
        BATCH_ASK(batch, &content_rendition, NULL, NULL, strrchr(folder, '/') + 1, facts,
                  batch_number(batch, place), batch_number(batch, number));
        batch_add_bytes(batch, bytes, length);
    }
    return whole;
}

/* The pictures of a document, which lie in its folder. */
static enum err load_pictures(struct batch *batch, const char *folder, struct arena *arena)
{
    const char *text = facts_of(folder, arena);
    cJSON *facts = cJSON_Parse(text);
    const cJSON *picture;
    int place = 0;
    bool whole = facts;
    cJSON_ArrayForEach (picture, cJSON_GetObjectItemCaseSensitive(facts, "picture"))
        whole = ask_picture(batch, folder, text, picture, ++place, arena) && whole;
    enum err err = whole ? batch_run(batch) : ERR_INVALID;
    cJSON_Delete(facts);
    return err;
}

/* Documents lie in the folder itself, as forums do, or in a folder for their kind. Their references
 * and files follow when all documents are there. */
static const char *const places[] = { "*", "*/*" };
static enum err (*const passes[])(struct batch *batch, const char *folder, struct arena *arena) = {
    load_document, load_followers, load_relations, load_files, load_pictures
};

/* Runs LOAD for one folder of a document, whose path has a slash. */
static enum err load_one(struct database *database, const char *folder,
                         enum err (*load)(struct batch *batch, const char *folder,
                                          struct arena *arena))
{
    struct arena *arena = arena_new();
    enum err err = load(batch_new(database, arena, BATCH_WRITES), folder, arena);
    if (err)
        log_error("cannot import", log_string("folder", folder));
    arena_free(arena);
    return err;
}

/* Runs LOAD for each folder with facts that PATTERN finds. */
static enum err load_each(struct database *database, const char *pattern,
                          enum err (*load)(struct batch *batch, const char *folder,
                                           struct arena *arena))
{
    glob_t files = { 0 };
    enum err err = OK;
    glob(pattern, 0, NULL, &files);
    for (size_t i = 0; i < files.gl_pathc && !err; i++) {
        *strrchr(files.gl_pathv[i], '/') = '\0';
        err = load_one(database, files.gl_pathv[i], load);
    }
    globfree(&files);
    return err;
}

/* Imports documents in the order in which they were made, when an export says it: lists are in this
 * order where all else is equal. */
static enum err load_in_order(struct database *database, const char *folder, struct arena *arena)
{
    FILE *order = fopen(arena_print(arena, "%s/%s", folder, CONTENT_ORDER), "re");
    char line[200], path[PATH_MAX];
    enum err err = OK;
    while (order && !err && fgets(line, sizeof line, order)) {
        line[strcspn(line, "\n")] = '\0';
        snprintf(path, sizeof path, "%s/%s", folder, line);
        err = stays_in(folder, line) ? load_one(database, path, load_document) : ERR_INVALID;
    }
    if (order)
        fclose(order);
    return err;
}

enum err content_load(struct database *database, const char *folder)
{
    struct arena *arena = arena_new();
    enum err err = ERR_INVALID;
    if (access(arena_print(arena, "%s/%s", folder, CONTENT_UNFINISHED), F_OK) == 0) {
        log_error("incomplete export: documents missing", log_string("folder", folder));
    } else {
        err = load_shared(batch_new(database, arena, BATCH_WRITES), folder, arena);
        if (err)
            log_error("cannot import", log_string("folder", folder));
    }
    if (!err)
        err = load_in_order(database, folder, arena);
    for (size_t i = 0; i < sizeof passes / sizeof *passes; i++)
        for (size_t k = 0; k < sizeof places / sizeof *places && !err; k++)
            err = load_each(database, arena_print(arena, "%s/%s/facts.json", folder, places[k]),
                            passes[i]);
    arena_free(arena);
    return err;
}
