/* SPDX-License-Identifier: EUPL-1.2 */
/* Kept answer: the desk keeps its answer to a form for twelve hours, and the browser fetches it
 * from an address of its own. So the browser's history has it like any other page: nobody who goes
 * back to it, or reloads it, is asked to send the form again. See site.kept_form. */
#ifndef WEB_KEPT_ANSWER_H
#define WEB_KEPT_ANSWER_H

#include "web/exchange.h"

/* Keeps the answer and redirects the browser to it. A redirect, a fault of ours, and an answer that
 * cannot be kept stay as they are. */
void kept_answer_leave(struct exchange *exchange);

/* Answers a request for a kept answer; SHOWN says whether it was one. Only whoever sent the form
 * gets it. */
enum err kept_answer_show(struct exchange *exchange, bool *shown);

#endif
