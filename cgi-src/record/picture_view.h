/* SPDX-License-Identifier: EUPL-1.2 */
/* Picture: a picture of a document on its page, templates/record/_figure.tpl. */
#ifndef RECORD_PICTURE_VIEW_H
#define RECORD_PICTURE_VIEW_H

#include "frame/view.h"
#include "text/json.h"

/* Whether the page of DOCUMENT may show pictures. */
bool view_has_pictures(const struct document *document);

/* The leading picture, if there is one, as section LEADING of PAGE. */
void view_leading_picture(const struct view *view, const struct document *document,
                          struct dictionary *page);

/* The path of the largest JPEG of the leading picture; NULL without one. *WORDS becomes what it
 * shows, or else the title of the document. */
const char *view_leading_picture_path(const struct view *view, const struct document *document,
                                      const char **words);

/* The picture NUMBER (digits) of DOCUMENT with CAPTION below it, as HTML; NULL when there is none
 * of that number, or it leads the page. */
const char *view_picture(const struct view *view, const struct document *document,
                         const char *number, const char *caption);

/* All pictures as the member "pictures" of RECORD, an empty list when there are none. */
void view_record_pictures(const struct view *view, const struct document *document, cJSON *record);

#endif
