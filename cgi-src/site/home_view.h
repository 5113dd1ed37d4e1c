/* SPDX-License-Identifier: EUPL-1.2 */
/* Home: what the home page shows beside its text, templates/site/home_page.tpl. */
#ifndef SITE_HOME_VIEW_H
#define SITE_HOME_VIEW_H

#include "frame/menu.h"
#include "frame/view.h"
#include "kinds/cooperation/model.h"
#include "kinds/meeting/conclusions_model.h"
#include "kinds/meeting/model.h"
#include "kinds/presidency/model.h"
#include "kinds/register/model.h"
#include "site/news/model.h"

struct home {
    struct menu cards;
    struct cooperation_areas areas;
    struct meeting_list coming;
    struct conclusion_list agreed;
    struct presidency_list presidencies;
    struct register_counts register_counts;
    struct news news;
};

void view_home(const struct view *view, const struct home *home, const struct menu *menu,
               struct dictionary *page);

#endif
