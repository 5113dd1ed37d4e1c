/* SPDX-License-Identifier: EUPL-1.2 */
/* Export: all public content of the site as files. */
#include "desk/export.h"

#include <cjson/cJSON.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/log.h"
#include "desk/export_json.h"
#include "record/content.h"

enum { DOCUMENTS_AT_ONCE = 20, NAME_LENGTH_MAX = 200 };

STATEMENT(export_parties, "select export_parties()");
STATEMENT(export_places, "select export_places()");
STATEMENT(export_synonyms, "select export_synonyms()");
STATEMENT(export_documents, "select place, id, folder, facts, record, linked, texts from "
                            "export_documents($1::bigint, $2::integer)");
STATEMENT(export_files, "select distinct l.name, encode(l.file, 'hex'), f.size from "
                        "export_links($1::bigint) l join file f on f.sha256 = l.file "
                        "union select r.name, encode(r.file, 'hex'), f.size from "
                        "export_renditions($1::bigint) r join file f on f.sha256 = r.file");
STATEMENT(
    export_piece,
    "select bytes from file_piece where sha256 = decode($1, 'hex') and position = $2::integer");

struct export
{
    struct database *database;
    const char *folder;
    FILE *order;
    const char *order_path;
};

/* ---- Folders ---- */

/* Whether NAME is a name of a folder or file. The database makes only such names; the check keeps a
 * faulty one from leading out of the folder. */
static bool is_plain(const char *name, size_t length)
{
    return length > 0 && length <= NAME_LENGTH_MAX &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

static bool is_plain_folder(const char *folder)
{
    const char *slash = strchr(folder, '/');
    const char *name = slash ? slash + 1 : folder;
    return is_plain(name, strlen(name)) && (!slash || is_plain(folder, (size_t)(slash - folder)));
}

static bool is_plain_file(const char *name)
{
    size_t length = strlen(name);
    size_t base = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");
    const char *extension = name + base;
    return base > 0 && length <= NAME_LENGTH_MAX &&
           (strcmp(extension, ".pdf") == 0 || strcmp(extension, ".jpg") == 0 ||
            strcmp(extension, ".webp") == 0);
}

static enum err cannot(const char *message, const char *path)
{
    log_error(message, log_string("path", path), log_string("detail", strerror(errno)));
    return ERR_INTERNAL;
}

static bool is_empty(DIR *directory)
{
    const struct dirent *entry;
    while ((entry = readdir(directory)))
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            return false;
    return true;
}

static enum err take_folder(const char *folder)
{
    if (mkdir(folder, 0777) != 0 && errno != EEXIST)
        return cannot("cannot make a folder", folder);
    DIR *directory = opendir(folder);
    if (!directory)
        return cannot("cannot read a folder", folder);
    bool empty = is_empty(directory);
    closedir(directory);
    if (!empty)
        log_error("the folder to export into is not empty", log_string("path", folder));
    return empty ? OK : ERR_CONFLICT;
}

static enum err make_folder(const char *path)
{
    return mkdir(path, 0777) == 0 ? OK : cannot("cannot make a folder", path);
}

/* Makes the folder of a document, within the folder of its kind if it has one: "meetings/…". */
static enum err make_folder_of_document(const struct export *export, const char *folder,
                                        struct arena *arena)
{
    const char *slash = strchr(folder, '/');
    const char *of_kind =
        slash ? arena_print(arena, "%s/%.*s", export->folder, (int)(slash - folder), folder)
              : export->folder;
    if (mkdir(of_kind, 0777) != 0 && errno != EEXIST)
        return cannot("cannot make a folder", of_kind);
    return make_folder(arena_print(arena, "%s/%s", export->folder, folder));
}

/* ---- The files of a document ---- */

static void write_piece(const struct rows *rows, struct arena *arena, void *into)
{
    size_t length;
    const char *bytes = rows_count(rows) ? rows_bytes(rows, 0, 0, arena, &length) : NULL;
    if (bytes)
        fwrite(bytes, 1, length, into);
}

/* The first empty piece ends the file. */
static enum err write_pieces(struct database *database, const char *sha256, FILE *file)
{
    long before = -1;
    enum err err = OK;
    for (long number = 0; !err && !ferror(file) && before < ftell(file); number++) {
        before = ftell(file);
        struct arena *arena = arena_new();
        struct batch *batch = batch_new(database, arena, BATCH_READS);
        BATCH_ASK(batch, &export_piece, write_piece, file, sha256, batch_number(batch, number));
        err = batch_run(batch);
        arena_free(arena);
    }
    return err;
}

struct linked_file {
    const char *name, *sha256;
    long size;
};

struct linked_files {
    struct linked_file *items;
    size_t count;
};

static void read_files(const struct rows *rows, struct arena *arena, void *into)
{
    struct linked_files *files = into;
    files->count = rows_count(rows);
    files->items = arena_array(arena, files->count, sizeof *files->items);
    for (size_t i = 0; i < files->count; i++)
        files->items[i] = (struct linked_file){ .name = rows_text(rows, i, 0),
                                                .sha256 = rows_text(rows, i, 1),
                                                .size = rows_number(rows, i, 2) };
}

static enum err write_linked(const struct export *export, const char *path,
                             const struct linked_file *linked)
{
    FILE *file = file_create(path);
    if (!file)
        return ERR_INTERNAL;
    enum err err = write_pieces(export->database, linked->sha256, file);
    bool whole = ftell(file) == linked->size;
    if (!file_finish(file, path))
        return ERR_INTERNAL;
    if (err || !whole)
        log_error("file export truncated", log_string("path", path));
    return err ? err : whole ? OK : ERR_INTERNAL;
}

static enum err write_files(const struct export *export, const char *path, const char *id,
                            struct arena *arena)
{
    struct linked_files files = { 0 };
    struct batch *batch = batch_new(export->database, arena, BATCH_READS);
    BATCH_ASK(batch, &export_files, read_files, &files, id);
    enum err err = batch_run(batch);
    for (size_t i = 0; i < files.count && !err; i++)
        err = is_plain_file(files.items[i].name)
                  ? write_linked(export, arena_print(arena, "%s/%s", path, files.items[i].name),
                                 &files.items[i])
                  : ERR_INVALID;
    return err;
}

/* ---- Documents ---- */

struct document_files {
    const char *place, *id, *folder, *facts,
        *record;                  /* RECORD is NULL when the facts are not public */
    const char *texts[LANGUAGES]; /* NULL where a text is not public */
    bool linked;                  /* it has files */
};

struct page {
    struct document_files items[DOCUMENTS_AT_ONCE];
    size_t count;
};

static void release_json(void *json)
{
    cJSON_Delete(json);
}

static void read_texts(const char *json, struct arena *arena, const char *texts[LANGUAGES])
{
    cJSON *by_language = json ? cJSON_Parse(json) : NULL;
    if (by_language)
        arena_defer(arena, release_json, by_language);
    for (enum language language = 0; language < LANGUAGES; language++)
        texts[language] =
            cJSON_GetStringValue(cJSON_GetObjectItem(by_language, language_tag(language)));
}

static void read_documents(const struct rows *rows, struct arena *arena, void *into)
{
    struct page *page = into;
    page->count = rows_count(rows);
    for (size_t i = 0; i < page->count; i++) {
        page->items[i] = (struct document_files){ .place = rows_text(rows, i, 0),
                                                  .id = rows_text(rows, i, 1),
                                                  .folder = rows_text(rows, i, 2),
                                                  .facts = rows_text(rows, i, 3),
                                                  .record = rows_text(rows, i, 4),
                                                  .linked = rows_number(rows, i, 5) > 0 };
        read_texts(rows_text(rows, i, 6), arena, page->items[i].texts);
    }
}

static enum err write_texts(const char *path, const struct document_files *document,
                            struct arena *arena)
{
    for (enum language language = 0; language < LANGUAGES; language++) {
        const char *text = document->texts[language];
        if (text && !file_write(arena_print(arena, "%s/%s.md", path, language_tag(language)), text,
                                strlen(text)))
            return ERR_INTERNAL;
    }
    return OK;
}

static enum err write_document(const struct export *export, const struct document_files *document,
                               struct arena *arena)
{
    const char *path = arena_print(arena, "%s/%s", export->folder, document->folder);
    if (!is_plain_folder(document->folder)) {
        log_error("document key is not a valid folder name", log_string("key", document->folder));
        return ERR_INVALID;
    }
    enum err err = make_folder_of_document(export, document->folder, arena);
    if (!err && !export_json(arena_print(arena, "%s/facts.json", path), document->facts, arena))
        err = ERR_INTERNAL;
    if (!err && document->record &&
        !export_json(arena_print(arena, "%s/" CONTENT_RECORD, path), document->record, arena))
        err = ERR_INTERNAL;
    if (!err)
        err = write_texts(path, document, arena);
    if (!err && document->linked)
        err = write_files(export, path, document->id, arena);
    fprintf(export->order, "%s\n", document->folder);
    return err;
}

static enum err write_documents(const struct export *export)
{
    char place[24] = "0";
    struct page page = { .count = DOCUMENTS_AT_ONCE };
    enum err err = OK;
    while (!err && page.count == DOCUMENTS_AT_ONCE) {
        struct arena *arena = arena_new();
        struct batch *batch = batch_new(export->database, arena, BATCH_READS);
        BATCH_ASK(batch, &export_documents, read_documents, &page, place,
                  batch_number(batch, DOCUMENTS_AT_ONCE));
        err = batch_run(batch);
        for (size_t i = 0; i < page.count && !err; i++)
            err = write_document(export, &page.items[i], arena);
        if (!err && page.count)
            snprintf(place, sizeof place, "%s", page.items[page.count - 1].place);
        arena_free(arena);
    }
    return err;
}

/* ---- The whole export ---- */

static void read_text(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(const char **)into = rows_text(rows, 0, 0);
}

/* Writes the names and words that documents and searches share. */
static enum err write_shared(const struct export *export, struct arena *arena)
{
    static const struct {
        const char *file;
        const struct statement *statement;
    } shared[] = { { "parties.json", &export_parties },
                   { "places.json", &export_places },
                   { "synonyms.json", &export_synonyms } };
    enum { COUNT = sizeof shared / sizeof *shared };
    const char *texts[COUNT];
    struct batch *batch = batch_new(export->database, arena, BATCH_READS);
    for (size_t i = 0; i < COUNT; i++)
        BATCH_ASK(batch, shared[i].statement, read_text, &texts[i]);
    enum err err = batch_run(batch);
    for (size_t i = 0; i < COUNT && !err; i++)
        if (!export_json(arena_print(arena, "%s/%s", export->folder, shared[i].file), texts[i],
                         arena))
            err = ERR_INTERNAL;
    return err;
}

static enum err write_all(struct export *export, struct arena *arena)
{
    enum err err = write_shared(export, arena);
    export->order_path = arena_print(arena, "%s/" CONTENT_ORDER, export->folder);
    export->order = err ? NULL : file_create(export->order_path);
    if (!export->order)
        return err ? err : ERR_INTERNAL;
    err = write_documents(export);
    if (err) {
        fclose(export->order); /* the error was logged where it arose */
        return err;
    }
    return file_finish(export->order, export->order_path) ? OK : ERR_INTERNAL;
}

/* The kernel has to write all files to the disk before the export counts as complete. */
static enum err settle(const char *folder)
{
    int directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool settled = directory >= 0 && syncfs(directory) == 0;
    enum err err = settled ? OK : cannot("cannot write to the disk", folder);
    if (directory >= 0)
        close(directory);
    return err;
}

/* Puts a mark that the export is incomplete, and takes it away at the end. */
static enum err write_marked(struct export *export, struct arena *arena)
{
    static const char notice[] = "This export is incomplete: documents are missing.\n";
    const char *mark = arena_print(arena, "%s/" CONTENT_UNFINISHED, export->folder);
    if (!file_write(mark, notice, sizeof notice - 1))
        return ERR_INTERNAL;
    enum err err = write_all(export, arena);
    if (!err)
        err = settle(export->folder);
    if (!err && unlink(mark) != 0)
        err = cannot("cannot remove the mark of an incomplete export", mark);
    return err;
}

enum err export_write(struct database *database, const char *folder)
{
    struct arena *arena = arena_new();
    struct export export = { .database = database, .folder = folder };
    enum err err = take_folder(folder);
    if (!err)
        err = database_begin_snapshot(database);
    if (!err)
        err = write_marked(&export, arena);
    database_end_snapshot(database);
    arena_free(arena);
    return err;
}
