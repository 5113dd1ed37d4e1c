/* SPDX-License-Identifier: EUPL-1.2 */
/* Resume: a page with all that was sent to the desk before and not taken, to be sent again,
 * templates/web/resume.tpl. */
#ifndef WEB_RESUME_H
#define WEB_RESUME_H

#include "frame/view.h"
#include "http/query.h"

/* What was sent before, as hidden fields, to be sent to PATH. */
struct desk_resume {
    const char *path;
    const struct parameters *sent;
    bool fault; /* it was sent while something was wrong here; otherwise without a session */
    bool files; /* there were files with it */
};
void view_desk_resume(const struct view *view, const struct desk_resume *resume,
                      const char *form_token, struct dictionary *page);

#endif
