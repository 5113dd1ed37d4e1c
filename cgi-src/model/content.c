/* Content: brings documents from files into the database. */
#include "model/content.h"

#include <glob.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/log.h"

enum { FILE_MOST = 1024 * 1024 };

STATEMENT(content_parties, "select import_parties($1::jsonb)");
STATEMENT(content_places, "select import_places($1::jsonb)");
STATEMENT(
    content_document,
    "select import_document($1, $2::jsonb, jsonb_build_object('nl', $3::text, 'fr', $4::text, 'de', $5::text, 'en', $6::text))");

/* A file of FOLDER that need not be there. */
static const char *optional_file(const char *folder, const char *name, struct arena *arena)
{
    const char *path = arena_print(arena, "%s/%s", folder, name);
    size_t length;
    return access(path, F_OK) == 0 ? file_read(path, FILE_MOST, arena, &length) : NULL;
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

enum err content_load(struct database *database, const char *folder)
{
    struct arena *arena = arena_new();
    glob_t files;
    enum err err = load_shared(batch_new(database, arena, BATCH_WRITES), folder, arena);
    const char *failed = err ? folder : NULL;
    if (!err && glob(arena_print(arena, "%s/*/facts.json", folder), 0, NULL, &files) == 0) {
        for (size_t i = 0; i < files.gl_pathc && !err; i++) {
            struct arena *memory = arena_new();
            char *document = arena_copy(arena, files.gl_pathv[i]);
            *strrchr(document, '/') = '\0';
            err = load_document(batch_new(database, memory, BATCH_WRITES), document, memory);
            failed = err ? document : NULL;
            arena_free(memory);
        }
        globfree(&files);
    }
    if (failed)
        log_error("cannot import", log_string("folder", failed));
    arena_free(arena);
    return err;
}
