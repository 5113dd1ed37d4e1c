/* SPDX-License-Identifier: EUPL-1.2 */
/* Menu: the public documents as lists. */
#include "frame/menu.h"

#include <string.h>

/* With the schema, since the desk asks this, too. */
STATEMENT(menu_menu,
          "select key, kind, language, slug, short from visitor.page where for_language = $1"
          " and kind in ('home', 'overview', 'topic', 'partner', 'page') order by kind, position");

STATEMENT(menu_cards,
          "select key, kind, language, slug, short, title, summary, nature from page"
          " where for_language = $1 and kind in ('topic', 'partner') order by kind, position");

STATEMENT(menu_addresses,
          "select key, kind, language, slug, to_char(changed at time zone 'UTC',"
          " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from page where language = for_language"
          " order by kind, position, document_id, language");

/* Reads the columns of menu_menu, with which menu_cards begins, too. */
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
    struct menu *menu = into;
    menu->count = rows_count(rows);
    menu->items = arena_array(arena, menu->count, sizeof *menu->items);
    for (size_t i = 0; i < menu->count; i++)
        menu->items[i] = read_entry(rows, i);
}

static void read_cards(const struct rows *rows, struct arena *arena, void *into)
{
    struct menu *cards = into;
    read_menu(rows, arena, cards);
    for (size_t i = 0; i < cards->count; i++) {
        cards->items[i].title = rows_text(rows, i, 5);
        cards->items[i].summary = rows_text(rows, i, 6);
        cards->items[i].nature = rows_text(rows, i, 7);
    }
}

void menu_ask(struct batch *batch, enum language language, struct menu *menu)
{
    BATCH_ASK(batch, &menu_menu, read_menu, menu, language_tag(language));
}

void menu_cards_ask(struct batch *batch, enum language language, struct menu *cards)
{
    BATCH_ASK(batch, &menu_cards, read_cards, cards, language_tag(language));
}

const struct entry *menu_find(const struct menu *menu, const char *key)
{
    for (size_t i = 0; i < menu->count; i++)
        if (strcmp(menu->items[i].key, key) == 0)
            return &menu->items[i];
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
            .changed = rows_text(rows, i, 4),
        };
}

void addresses_ask(struct batch *batch, struct addresses *addresses)
{
    BATCH_ASK(batch, &menu_addresses, read_addresses, addresses);
}
