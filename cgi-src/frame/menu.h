/* SPDX-License-Identifier: EUPL-1.2 */
/* Menu: the public documents as lists, for menus, cards, links from one text to another, and the
 * sitemap. */
#ifndef FRAME_MENU_H
#define FRAME_MENU_H

#include "frame/document.h"

struct entry {
    const char *key;
    enum document_kind kind;
    enum language language; /* of the edition shown, as in struct document */
    const char *slug;
    const char *short_title;
    const char *title, *summary, *nature; /* of cards only; NULL without one */
};

struct menu {
    struct entry *items;
    size_t count;
};

/* The home page, the overview, the topics, partners and pages, by kind (in the order of their
 * names) and position, each in LANGUAGE if it has that. */
void menu_ask(struct batch *batch, enum language language, struct menu *menu);

/* The topics and partners, with what a card shows. */
void menu_cards_ask(struct batch *batch, enum language language, struct menu *cards);

/* The entry with that key; NULL when there is none. */
const struct entry *menu_find(const struct menu *menu, const char *key);

/* One published edition, as the sitemap lists it. The editions of a document are consecutive. */
struct address {
    const char *key;
    enum document_kind kind;
    enum language language;
    const char *slug;
    const char *changed; /* when its page changed last, by RFC 3339 in UTC */
};

struct addresses {
    struct address *items;
    size_t count;
};

void addresses_ask(struct batch *batch, struct addresses *addresses);

#endif
