/* Content: brings documents from files into the database. */
#include "model/content.h"

#include <glob.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/log.h"
#include "model/document.h"

enum { TEXT_MOST = 1024 * 1024, PDF_MOST = 25 * 1024 * 1024 };

STATEMENT(content_parties, "select import_parties($1::jsonb)");
STATEMENT(content_places, "select import_places($1::jsonb)");
STATEMENT(
    content_document,
    "select import_document($1, $2::jsonb, jsonb_build_object('nl', $3::text, 'fr', $4::text, 'de', $5::text, 'en', $6::text))");

STATEMENT(content_followers, "select import_followers($1, $2::jsonb)");
STATEMENT(content_relations, "select import_relations($1, $2::jsonb)");
STATEMENT(content_file, "select import_file($1, $2, $3, $4::bytea)");

/* A file of FOLDER that need not be there. */
static const char *optional_file(const char *folder, const char *name, struct arena *arena)
{
    const char *path = arena_print(arena, "%s/%s", folder, name);
    size_t length;
    return access(path, F_OK) == 0 ? file_read(path, TEXT_MOST, arena, &length) : NULL;
}

static enum err load_shared(struct batch *batch, const char *folder, struct arena *arena)
{
    const char *parties = optional_file(folder, "parties.json", arena);
    const char *places = optional_file(folder, "places.json", arena);
    if (parties)
        BATCH_ASK(batch, &content_parties, NULL, NULL, parties);
    if (places)
        BATCH_ASK(batch, &content_places, NULL, NULL, places);
    return batch_run(batch);
}

static enum err load_document(struct batch *batch, const char *folder, struct arena *arena)
{
    const char *key = strrchr(folder, '/') + 1;
    const char *facts = optional_file(folder, "facts.json", arena);
    if (!facts)
        return ERR_INVALID;
    BATCH_ASK(batch, &content_document, NULL, NULL, key, facts, optional_file(folder, "nl.md", arena),
              optional_file(folder, "fr.md", arena), optional_file(folder, "de.md", arena),
              optional_file(folder, "en.md", arena));
    return batch_run(batch);
}

static enum err load_followers(struct batch *batch, const char *folder, struct arena *arena)
{
    BATCH_ASK(batch, &content_followers, NULL, NULL, strrchr(folder, '/') + 1, optional_file(folder, "facts.json", arena));
    return batch_run(batch);
}

static enum err load_relations(struct batch *batch, const char *folder, struct arena *arena)
{
    BATCH_ASK(batch, &content_relations, NULL, NULL, strrchr(folder, '/') + 1, optional_file(folder, "facts.json", arena));
    return batch_run(batch);
}

/* Bytes in the hexadecimal form of a bytea. */
static const char *bytea_written(const char *bytes, size_t length, struct arena *arena)
{
    static const char digits[] = "0123456789abcdef";
    char *text = arena_raw(arena, 2 * length + 3), *end = text;
    *end++ = '\\';
    *end++ = 'x';
    for (size_t i = 0; i < length; i++) {
        *end++ = digits[(unsigned char)bytes[i] >> 4];
        *end++ = digits[(unsigned char)bytes[i] & 15];
    }
    *end = '\0';
    return text;
}

static bool ask_file(struct batch *batch, const char *folder, const cJSON *item, struct arena *arena)
{
    const char *name = content_string(item, "file");
    size_t length;
    const char *bytes = file_read(arena_print(arena, "%s/%s", folder, name), PDF_MOST, arena, &length);
    if (bytes)
        BATCH_ASK(batch, &content_file, NULL, NULL, strrchr(folder, '/') + 1, content_string(item, "title"),
                  content_string(item, "language"), bytea_written(bytes, length, arena));
    return bytes;
}

/* The documents of a meeting that lie in its folder. */
static enum err load_files(struct batch *batch, const char *folder, struct arena *arena)
{
    cJSON *facts = cJSON_Parse(optional_file(folder, "facts.json", arena));
    const cJSON *item;
    bool whole = facts;
    cJSON_ArrayForEach (item, cJSON_GetObjectItemCaseSensitive(facts, "documents"))
        if (content_string(item, "file"))
            whole = whole && ask_file(batch, folder, item, arena);
    enum err err = whole ? batch_run(batch) : ERR_INVALID;
    cJSON_Delete(facts);
    return err;
}

/* Where documents may lie in the folder; what a meeting was taken up by, and what an obstacle belongs to, is told when all are
 * there. */
static const struct {
    const char *folders;
    enum err (*load)(struct batch *batch, const char *folder, struct arena *arena);
} passes[] = {
    { "*", load_document },       { "meetings/*", load_document }, { "meetings/*", load_followers },
    { "meetings/*", load_files }, { "register/*", load_document }, { "register/*", load_relations },
};

/* Does LOAD for each folder with facts that PATTERN finds. */
static enum err load_each(struct database *database, const char *pattern,
                          enum err (*load)(struct batch *batch, const char *folder, struct arena *arena))
{
    glob_t files = { 0 };
    enum err err = OK;
    glob(pattern, 0, NULL, &files);
    for (size_t i = 0; i < files.gl_pathc && !err; i++) {
        struct arena *arena = arena_new();
        char *folder = arena_copy(arena, files.gl_pathv[i]);
        *strrchr(folder, '/') = '\0';
        err = load(batch_new(database, arena, BATCH_WRITES), folder, arena);
        if (err)
            log_error("cannot import", log_string("folder", folder));
        arena_free(arena);
    }
    globfree(&files);
    return err;
}

enum err content_load(struct database *database, const char *folder)
{
    struct arena *arena = arena_new();
    enum err err = load_shared(batch_new(database, arena, BATCH_WRITES), folder, arena);
    if (err)
        log_error("cannot import", log_string("folder", folder));
    for (size_t i = 0; i < sizeof passes / sizeof *passes && !err; i++)
        err = load_each(database, arena_print(arena, "%s/%s/facts.json", folder, passes[i].folders), passes[i].load);
    arena_free(arena);
    return err;
}
