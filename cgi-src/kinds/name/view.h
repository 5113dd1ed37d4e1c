/* SPDX-License-Identifier: EUPL-1.2 */
/* Names: the pages on which places and parties are listed and changed,
 * templates/kinds/name/desk_list.tpl and desk.tpl. */
#ifndef KINDS_NAME_VIEW_H
#define KINDS_NAME_VIEW_H

#include "frame/view.h"
#include "http/form.h"
#include "kinds/name/model.h"
#include "record/form_view.h"

/* The filter of the list: a kind ("place", or one of the kinds of parties) and words; NULL for
 * all. */
struct names_filter {
    const char *kind, *words;
};

bool view_is_names_kind(const char *kind);

struct names_page {
    const struct names_filter *filter;
    const struct names *places, *parties;
    const char *deleted; /* not NULL: one was deleted just now */
    long renewals;       /* pages that still show a name as it was */
};

void view_names(const struct view *view, const struct names_page *shown, struct dictionary *page);

/* Why a place or party was not deleted. */
enum kept_since { KEPT_SINCE_NOT_ASKED, KEPT_SINCE_USED, KEPT_SINCE_CHANGED };

/* A place or party, and what the page says about it. */
struct name_page {
    enum name_kind what;
    const struct input *input;
    const struct input
        *theirs; /* in a conflict, what somebody else has saved meanwhile; NULL without one */
    bool judged; /* faults are shown */
    bool gone;   /* somebody else has deleted it meanwhile */
    enum kept_since kept_since;
    const char *done; /* "save" when it has just been saved; NULL otherwise */
    const char *key;  /* NULL for a new one */
    const char *form_token;
    const struct record_lists *lists;
    const struct name_uses *uses;
    long renewals;
};

void view_name(const struct view *view, const struct name_page *shown, struct dictionary *page);

#endif
