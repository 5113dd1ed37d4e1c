/* SPDX-License-Identifier: EUPL-1.2 */
/* News: what was published or changed last. */
#ifndef SITE_NEWS_MODEL_H
#define SITE_NEWS_MODEL_H

#include "kinds/meeting/model.h"

struct news_item {
    const char *key;
    enum document_kind kind;
    const char *slug, *title, *short_title, *summary;
    const char *published;      /* YYYY-MM-DD, in Brussels: the text */
    const char *changed;        /* YYYY-MM-DDTHH:MM:SSZ: the text, or the facts of a meeting */
    enum meeting_status status; /* MEETING_STATUSES for other documents */
};

struct news {
    struct news_item *items;
    size_t count;
};

/* The documents with a text in LANGUAGE that are news, the last changed first; at most MAX. */
void news_ask(struct batch *batch, enum language language, int max, struct news *news);

/* All documents, the last changed first, for those who follow each change; at most MAX. */
void latest_changes_ask(struct batch *batch, enum language language, int max, struct news *news);

#endif
