/* SPDX-License-Identifier: EUPL-1.2 */
/* Structured data: what a page is about, in the vocabulary of schema.org as JSON-LD 1.1, for search
 * engines. */
#ifndef FRAME_STRUCTURED_H
#define FRAME_STRUCTURED_H

#include "frame/frame.h"
#include "text/json.h"

#define STRUCTURED_SCHEMA "https://schema.org"

/* A thing of a type of the vocabulary ("Event"), for frame.about. */
cJSON *structured_thing(const struct view *view, const char *type);

/* The data of the page in FRAME: its subject, its list as a dataset, and its breadcrumbs; NULL for
 * none. */
const char *view_structured(const struct view *view, const struct frame *frame);

#endif
