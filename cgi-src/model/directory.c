/* Directory: the public documents as lists. */
#include "model/directory.h"

#include <string.h>

/* With its schema, since the desk asks it too. */
STATEMENT(directory_menu, "select key, kind, language, slug, short from visitor.page where for_language = $1"
                          " and kind in ('home', 'overview', 'topic', 'partner', 'page') order by kind, position");

STATEMENT(directory_cards, "select key, kind, language, slug, short, title, summary, nature from page"
                           " where for_language = $1 and kind in ('topic', 'partner') order by kind, position");

STATEMENT(directory_addresses, "select key, kind, language, slug, published from page where language = for_language"
                               " order by kind, position, document_id, language");

/* The columns of directory_menu, with which directory_cards starts too. */
static struct entry read_entry(const struct rows *rows, size_t row)
{
    return (struct entry){
        .key = rows_text(rows, row, 0),
        .kind = document_kind_from(rows_text(rows, row, 1)),
        .language = rows_language(rows, row, 2),
        .slug = rows_text(rows, row, 3),
        .short_title = rows_text(rows, row, 4),
    };
}

static void read_menu(const struct rows *rows, struct arena *arena, void *into)
{
    struct directory *directory = into;
    directory->count = rows_count(rows);
    directory->items = arena_array(arena, directory->count, sizeof *directory->items);
    for (size_t i = 0; i < directory->count; i++)
        directory->items[i] = read_entry(rows, i);
}

static void read_cards(const struct rows *rows, struct arena *arena, void *into)
{
    struct directory *cards = into;
    read_menu(rows, arena, cards);
    for (size_t i = 0; i < cards->count; i++) {
        cards->items[i].title = rows_text(rows, i, 5);
        cards->items[i].summary = rows_text(rows, i, 6);
        cards->items[i].nature = rows_text(rows, i, 7);
    }
}

void directory_ask(struct batch *batch, enum language language, struct directory *directory)
{
    BATCH_ASK(batch, &directory_menu, read_menu, directory, language_tag(language));
}

void directory_cards_ask(struct batch *batch, enum language language, struct directory *cards)
{
    BATCH_ASK(batch, &directory_cards, read_cards, cards, language_tag(language));
}

const struct entry *directory_find(const struct directory *directory, const char *key)
{
    for (size_t i = 0; i < directory->count; i++)
        if (strcmp(directory->items[i].key, key) == 0)
            return &directory->items[i];
    return NULL;
}

static void read_addresses(const struct rows *rows, struct arena *arena, void *into)
{
    struct addresses *addresses = into;
    addresses->count = rows_count(rows);
    addresses->items = arena_array(arena, addresses->count, sizeof *addresses->items);
    for (size_t i = 0; i < addresses->count; i++)
        addresses->items[i] = (struct address){
            .key = rows_text(rows, i, 0),
            .kind = document_kind_from(rows_text(rows, i, 1)),
            .language = rows_language(rows, i, 2),
            .slug = rows_text(rows, i, 3),
            .published = rows_text(rows, i, 4),
        };
}

void addresses_ask(struct batch *batch, struct addresses *addresses)
{
    BATCH_ASK(batch, &directory_addresses, read_addresses, addresses);
}
