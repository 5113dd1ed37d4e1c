/* SPDX-License-Identifier: EUPL-1.2 */
/* Desk: the frame of the editors' pages, templates/web/_desk_top.tpl and _desk_bottom.tpl. */
#ifndef WEB_DESK_FRAME_H
#define WEB_DESK_FRAME_H

#include "frame/view.h"
#include "web/account.h"

/* Fills the frame of a page of the desk. ACCOUNT is NULL for somebody who is not logged in. TYPES
 * says that the page has a form: then it offers no choice of language, which would lose what was
 * typed. */
void view_desk_frame(const struct view *view, const char *title, const struct account *account,
                     const char *form_token, bool types, struct dictionary *page);

#endif
