/* SPDX-License-Identifier: EUPL-1.2 */
/* Picture: one of a document as its page shows it, templates/record/_figure.tpl. */
#ifndef RECORD_PICTURE_VIEW_H
#define RECORD_PICTURE_VIEW_H

#include "frame/view.h"
#include "text/json.h"

/* Whether the page of DOCUMENT may show pictures. */
bool view_has_pictures(const struct document *document);

/* The one that leads the page, if there is one, as section LEADING. */
void view_leading_picture(const struct view *view, const struct document *document,
                          struct dictionary *page);

/* Its largest JPEG; NULL without one. WORDS become what it shows, or the title of the document. */
const char *view_leading_picture_path(const struct view *view, const struct document *document,
                                      const char **words);

/* The picture NUMBER (digits) of DOCUMENT with CAPTION below it, as HTML; NULL when it has none of
 * that number, or it leads the page. */
const char *view_picture(const struct view *view, const struct document *document,
                         const char *number, const char *caption);

/* All of them as the member "pictures" of RECORD; of a document without any there is no member. */
void view_record_pictures(const struct view *view, const struct document *document, cJSON *record);

#endif
