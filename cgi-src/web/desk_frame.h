/* SPDX-License-Identifier: EUPL-1.2 */
/* Desk: the frame of the editors' pages, templates/web/_desk_top.tpl and _desk_bottom.tpl. */
#ifndef WEB_DESK_FRAME_H
#define WEB_DESK_FRAME_H

#include "frame/view.h"
#include "web/account.h"

/* What surrounds every page of the desk. ACCOUNT is NULL for who has not logged in. Where who reads
 * TYPES into a form, the language is not chosen, by which that would be lost. */
void view_desk_frame(const struct view *view, const char *title, const struct account *account,
                     const char *form_token, bool types, struct dictionary *page);

#endif
