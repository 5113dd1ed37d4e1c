/* SPDX-License-Identifier: EUPL-1.2 */
/* Synonyms: the page of a language, templates/desk/synonyms/page.tpl. */
#ifndef DESK_SYNONYMS_VIEW_H
#define DESK_SYNONYMS_VIEW_H

#include "desk/synonyms/model.h"
#include "frame/view.h"

struct synonyms_page {
    enum language language;
    const struct synonyms *synonyms;     /* as they are saved */
    const struct unfound_words *unfound; /* in that language */
    const char *typed;                   /* what an editor has typed; NULL before that */
    const char *version;                 /* of the synonyms on which the next save builds */
    long lonely_line;                    /* the number of a line with only one word; 0 for none */
    long crowded_line;                   /* the number of one with too many */
    bool conflict, done, too_long;
    const char *form_token;
};

void view_synonyms(const struct view *view, const struct synonyms_page *shown,
                   struct dictionary *page);

#endif
