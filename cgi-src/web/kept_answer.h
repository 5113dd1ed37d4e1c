/* SPDX-License-Identifier: EUPL-1.2 */
/* Kept answer: what the desk answers to a form that a browser sends is kept, and fetched from an
 * address of its own, for twelve hours. So it stands in the history of the browser as any page
 * does: nobody who comes back to it, or loads it again, is asked to send the form again. See
 * site.kept_form. */
#ifndef WEB_KEPT_ANSWER_H
#define WEB_KEPT_ANSWER_H

#include "web/exchange.h"

/* Leads the browser to where it fetches the answer. One that leads elsewhere already, that says
 * that we are at fault, or that cannot be kept, stays as it is. */
void kept_answer_leave(struct exchange *exchange);

/* Answers a request for the address of a kept answer; SHOWN says whether it was one. It is told to
 * who sent the form alone. */
enum err kept_answer_show(struct exchange *exchange, bool *shown);

#endif
