/* SPDX-License-Identifier: EUPL-1.2 */
/* Changes: tells those who keep a copy of the public records which to fetch anew and which to drop,
 * /changes.json?since=412-1764441788123456
 *
 * The list has each record in each language once, at its last change. Those who have read to the
 * end go on later from "since". */
#include <string.h>

#include "http/query.h"
#include "site/changes/model.h"
#include "site/changes/page.h"
#include "web/exchange.h"

enum { SIZE = 500, SINCE_MAX = 40, DIGITS_MAX = 18 /* a bigint */ };

/* "412-1764441788123456": the id and the stamp of the last change that was read. */
static bool read_since(const char *text, struct arena *arena, const char **id, const char **stamp)
{
    size_t digits = strspn(text, "0123456789");
    *stamp = text + digits + 1;
    if (digits == 0 || digits > DIGITS_MAX || text[digits] != '-')
        return false;
    *id = arena_copy_bytes(arena, text, digits);
    size_t rest = strspn(*stamp, "0123456789");
    return rest > 0 && rest <= DIGITS_MAX && (*stamp)[rest] == '\0';
}

#define COLUMNS(COLUMN)                                                                       \
    COLUMN("url", ADDRESS, "Its page",                                                        \
           change->withdrawn                                                                  \
               ? NULL                                                                         \
               : view_document_url(view, change->kind, change->language, change->slug))       \
    COLUMN("kind", TEXT, "What it is", document_kinds[change->kind].name)                     \
    COLUMN("key", TEXT, "Name that never changes", change->key)                               \
    COLUMN("language", TEXT, "Its language", language_tag(change->language))                  \
    COLUMN("published", DATE, "When this text was published",                                 \
           change->withdrawn ? NULL : change->published)                                      \
    COLUMN("changed", MOMENT, "When it changed (UTC)", change->withdrawn ? NULL : change->at) \
    COLUMN("withdrawn", MOMENT, "Since when it is not public any more (UTC)",                 \
           change->withdrawn ? change->at : NULL)

static const struct column columns[] = { COLUMNS(TABLE_COLUMN) };
const struct columns change_columns = TABLE_COLUMNS(columns);

static struct table table_of(const struct view *view, const struct changes *changes)
{
    struct table table = table_new(&change_columns, changes->count, view->arena);
    const char **cell = table.cells;
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        COLUMNS(TABLE_CELL)
    }
    return table;
}

static const char *address(const struct exchange *exchange, const char *since, const char *limit)
{
    const struct parameter parameters[] = { { "since", since }, { "limit", limit } };
    const char *path =
        view_url(&exchange->view, route_path(exchange->arena, ROUTE_CHANGES, EN, NULL));
    return arena_print(exchange->arena, "%s%s", path, query_write(parameters, 2, exchange->arena));
}

static enum err answer(struct exchange *exchange, const struct changes *changes, const char *since,
                       int max, bool more)
{
    const char *limit = max < SIZE ? arena_print(exchange->arena, "%d", max) : NULL;
    struct table_head head = { .url = address(exchange, since, limit),
                               .limit = max,
                               .since = since };
    if (changes->count) {
        const struct change *last = &changes->items[changes->count - 1];
        head.since = arena_print(exchange->arena, "%s-%s", last->id, last->stamp);
    }
    if (more)
        head.next = address(exchange, head.since, limit);
    struct table table = table_of(&exchange->view, changes);
    exchange->route.format = FORMAT_JSON; /* the path of the row has the format */
    return exchange_table(exchange, &table, &head);
}

enum err changes_page(struct exchange *exchange)
{
    const char *since, *id = NULL, *stamp = NULL;
    int max = SIZE;
    if (query_value(exchange->request.query, "since", SINCE_MAX, exchange->arena, &since) ||
        query_limit(exchange->request.query, exchange->arena, &max) ||
        (since && !read_since(since, exchange->arena, &id, &stamp)))
        return ERR_INVALID;

    struct changes changes = { 0 };
    struct batch *batch = exchange_reads(exchange);
    changes_ask(batch, id, stamp, max + 1, &changes);
    enum err err = batch_run(batch);
    if (err)
        return err;
    if (!changes.has_place) { /* "since" is of a database that was replaced by an older one, from a
                                 backup */
        exchange_error(exchange, 410);
        return OK;
    }
    bool more = changes.count > (size_t)max;
    if (more)
        changes.count = (size_t)max;
    return answer(exchange, &changes, since, max, more);
}
