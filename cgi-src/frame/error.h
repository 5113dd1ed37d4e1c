/* SPDX-License-Identifier: EUPL-1.2 */
/* Error: the page in place of one that cannot be shown, templates/frame/error.tpl. */
#ifndef FRAME_ERROR_H
#define FRAME_ERROR_H

#include "frame/frame.h"
#include "http/query.h"

/* Why a form is refused with 403, unless the account lacks the right. */
enum refusal {
    REFUSED_NOT,
    REFUSED_ELSEWHERE, /* it comes from another address than the site's */
    REFUSED_TOKEN      /* it is not of this session */
};

/* Fills PAGE for an HTTP status, and returns its frame. Statuses without words of their own get
 * those of their class. */
struct frame view_error(const struct view *view, int status, enum refusal refusal,
                        struct dictionary *page);

#define PROBLEM_TYPE "application/problem+json"

/* Appends the error as an object for programs (RFC 9457). REASON is the reason phrase of STATUS;
 * UNKNOWN are the parameters that were refused, if any. */
void view_problem(const struct view *view, int status, const char *reason,
                  const struct query_names *unknown, struct buffer *output);

#endif
