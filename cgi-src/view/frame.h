/* Frame: what surrounds every page, templates/shared/top.tpl and bottom.tpl. */
#ifndef VIEW_FRAME_H
#define VIEW_FRAME_H

#include "model/directory.h"
#include "view/view.h"

struct crumb {
    const char *label;
    enum language language; /* of the label */
    const char *path;       /* NULL for the page itself */
};

/* What a preview of a draft says of itself. */
struct frame_preview {
    const char *until;     /* how long its link works, in the language of the page */
    const char *edit_path; /* for whoever may edit the text; NULL for others */
};

struct frame {
    const char *title;            /* of the page, without the site's name */
    const char *description;      /* NULL without one */
    enum language text_language;  /* of title and description */
    const char *canonical;        /* path; NULL for a page that has no address of its own, such as an error */
    const char *paths[LANGUAGES]; /* the same page in each language that it has; NULL where it has none */
    unsigned formats;             /* the set of other formats of the page, which it names */
    const char *formats_path;     /* of the page in the visitor's language */
    const char *formats_query;    /* behind it, "?forum=penta"; NULL for none */
    const char *sought;           /* what stands in the search field; NULL for nothing */
    const struct directory *menu; /* NULL when it is not at hand: then only the home page is linked */
    const char *current;          /* key of the document shown, or one of FRAME_…, for the menu; NULL for none */
    struct crumb crumbs[3];       /* from the home page down to this one */
    size_t crumb_count;
    const char *json_ld;                 /* what the page is about, for search engines, by json_for_html; NULL for nothing */
    const struct frame_preview *preview; /* NULL for a page that is public */
};

/* What is in the menu beside documents; no key of a document has such a character. */
#define FRAME_MEETINGS "/meetings"
#define FRAME_CONCLUSIONS "/conclusions"
#define FRAME_OBSTACLES "/obstacles"
#define FRAME_PRESIDENCIES "/presidencies"

/* The frame of a list at ROUTE: its addresses in all languages, its formats, and the breadcrumbs. TITLE and DESCRIPTION are in
 * the visitor's language; CURRENT is one of FRAME_…, or NULL. */
struct frame view_list_frame(const struct view *view, enum route_id route, const char *title, const char *description,
                             const char *current, const struct directory *directory);

/* Puts the home page at the front of the breadcrumbs. */
void view_crumb_home(const struct view *view, const struct directory *directory, struct frame *frame);

void view_frame(const struct view *view, const struct frame *frame, struct dictionary *page);

#endif
