/* Pages: the handlers of the public site, one file each; routes.tbl says which path each answers. */
#ifndef PAGES_PAGES_H
#define PAGES_PAGES_H

#include "web/exchange.h"

handler_function page_root, page_home, page_overview, page_topic, page_partner, page_page;
handler_function page_meetings, page_meeting, page_conclusions, page_presidencies, page_obstacles, page_obstacle;
handler_function page_practices, page_practice, page_search, page_news, page_file, page_report;
handler_function page_sitemap, page_robots, page_security, page_health, page_ready, page_metrics;

extern const struct form page_report_form;

#endif
