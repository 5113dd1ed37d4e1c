/* SPDX-License-Identifier: EUPL-1.2 */
/* Resume: a page that holds everything that was sent to the desk and not accepted, to be sent
 * again, templates/web/resume.tpl. */
#ifndef WEB_RESUME_H
#define WEB_RESUME_H

#include "frame/view.h"
#include "http/query.h"

/* SENT becomes hidden fields of a form that goes to PATH. */
struct desk_resume {
    const char *path;
    const struct parameters *sent;
    bool fault; /* the fault was ours; otherwise there was no session */
    bool files; /* it had files, which have to be chosen again */
};
void view_desk_resume(const struct view *view, const struct desk_resume *resume,
                      const char *form_token, struct dictionary *page);

#endif
