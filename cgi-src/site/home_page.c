/* SPDX-License-Identifier: EUPL-1.2 */
/* Home: the home page of a language, /nl/. */
#include "frame/structured.h"
#include "record/article.h"
#include "site/home_view.h"
#include "web/exchange.h"

/* The organisation that runs the site, for search engines. */
static cJSON *structured_organization(const struct view *view)
{
    cJSON *organization = structured_thing(view, "GovernmentOrganization");
    json_text(organization, "name", view_phrase(view, "Secretariat-General of the Benelux Union"));
    json_text(organization, "url", "https://www.benelux.int");
    json_text(organization, "mainEntityOfPage",
              view_url(view, route_path(view->arena, ROUTE_HOME, view->language, NULL)));
    cJSON *address = json_member(organization, "address");
    json_text(address, "@type", "PostalAddress");
    json_text(address, "addressLocality", view_phrase(view, "Brussels"));
    json_text(address, "addressCountry", "BE");
    return organization;
}

enum { COMING_MAX = 5, AGREED_MAX = 1, NEWS_MAX = 3 };

enum err home_page(struct exchange *exchange)
{
    static const struct register_filter obstacles = { .kind = DOCUMENT_OBSTACLE };
    enum language language = exchange->view.language;
    struct article article;
    struct home home = { 0 };
    article_ask(exchange, DOCUMENT_HOME, &article);
    menu_cards_ask(article.batch, language, &home.cards);
    cooperation_areas_ask(article.batch, language, &home.areas);
    meetings_coming_ask(article.batch, language, &(struct meeting_filter){ 0 }, COMING_MAX,
                        &home.coming);
    conclusions_ask(article.batch, language, &(struct conclusion_filter){ 0 }, AGREED_MAX,
                    &home.agreed);
    presidencies_ask(article.batch, language, NULL, &home.presidencies);
    register_counts_ask(article.batch, &obstacles, &home.register_counts);
    news_ask(article.batch, language, NEWS_MAX, &home.news);
    enum err err = article_run(&article);
    if (err)
        return err;

    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_home(&exchange->view, &home, &article.menu, page);
    return article_answer(exchange, &article, "site/home_page.tpl", page,
                          structured_organization(&exchange->view));
}
