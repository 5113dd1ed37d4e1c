/* SPDX-License-Identifier: EUPL-1.2 */
/* Frame: what surrounds every page, templates/frame/_top.tpl and _bottom.tpl. */
#ifndef FRAME_FRAME_H
#define FRAME_FRAME_H

#include "frame/menu.h"
#include "frame/view.h"

struct crumb {
    const char *label;
    enum language language; /* of the label */
    const char *path;       /* NULL for the page itself */
};

/* The notice on a preview of a draft. */
struct frame_preview {
    const char *until;     /* how long its link works, in the language of the page */
    const char *edit_path; /* for whoever may edit the text; NULL for others */
};

struct frame {
    const char *title;           /* of the page, without the site's name */
    const char *description;     /* NULL without one */
    enum language text_language; /* of title and description */
    const char
        *canonical; /* path; NULL for a page that has no address of its own, such as an error */
    const char *paths[LANGUAGES]; /* the same page in each of its languages; NULL in the others */
    const char *switch_query;  /* the query that links to other languages keep, "?q=energie"; NULL
                                  for none */
    unsigned formats;          /* the set of the page's other formats, to which it links */
    const char *formats_path;  /* of the page in the visitor's language */
    const char *formats_query; /* the query behind it, "?forum=penta"; NULL for none */
    const char *shared; /* the key of the document whose picture other sites show for a link to the
                           page; NULL: they show that of the site */
    const char *share_picture_path;  /* of the picture that leads the page, which other sites show
                                        instead; NULL for none */
    const char *share_picture_words; /* what it shows; NULL for a map of the cooperation */
    const char *sought;              /* the text in the search field; NULL for none */
    const struct menu *menu;         /* NULL when unavailable: then only the home page is linked */
    struct crumb crumbs[3];          /* from the home page down to this one */
    size_t crumb_count;
    cJSON *about;    /* what the page is about, for search engines (frame/structured.h); NULL for
                        nothing */
    bool is_dataset; /* the page is a list that is data, too */
    bool pictured;   /* it has pictures, and the style for them */
    const struct frame_preview *preview; /* NULL for a page that is public */
};

/* The frame of a list at ROUTE: its addresses in all languages, its formats, and the breadcrumbs.
 * TITLE and DESCRIPTION are in the visitor's language. */
struct frame view_list_frame(const struct view *view, enum route_id route, const char *title,
                             const char *description, const struct menu *menu);

/* Adds the home page as the first breadcrumb. */
void view_crumb_home(const struct view *view, const struct menu *menu, struct frame *frame);

void view_frame(const struct view *view, const struct frame *frame, struct dictionary *page);

#endif
