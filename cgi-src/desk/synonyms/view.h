/* SPDX-License-Identifier: EUPL-1.2 */
/* Synonyms: the page of a language, templates/desk/synonyms/page.tpl. */
#ifndef DESK_SYNONYMS_VIEW_H
#define DESK_SYNONYMS_VIEW_H

#include "desk/synonyms/model.h"
#include "frame/view.h"

struct synonyms_page {
    enum language language;
    const struct synonyms *synonyms;     /* as they are */
    const struct unfound_words *unfound; /* in that language */
    const char *typed;                   /* what an editor has typed; NULL before that */
    const char *version;                 /* that the editor saw, or sees now */
    long lonely_line;                    /* a line, from 1, with a word alone; 0 for none */
    long crowded_line;                   /* one with too many */
    bool conflict, done, too_long;
    const char *form_token;
};

void view_synonyms(const struct view *view, const struct synonyms_page *shown,
                   struct dictionary *page);

#endif
