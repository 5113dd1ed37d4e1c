/* SPDX-License-Identifier: EUPL-1.2 */
/* Frame: what surrounds every page, templates/frame/_top.tpl and _bottom.tpl. */
#include "frame/frame.h"

#include <string.h>

#include "base/characters.h"
#include "frame/structured.h"
#include "http/query.h"
#include "http/route.h"

#define SITE_NAME "Benelux+"

static void fill_alternate(const struct view *view, const char *tag, const char *path,
                           struct dictionary *page)
{
    struct dictionary *alternate = dictionary_section(page, "ALTERNATE");
    dictionary_set(alternate, "TAG", tag);
    dictionary_set(alternate, "URL", view_url(view, path));
}

static void fill_links(const struct view *view, const struct frame *frame, struct dictionary *page)
{
    for (enum language language = 0; language < LANGUAGES; language++)
        if (frame->paths[language])
            fill_alternate(view, language_tag(language), frame->paths[language], page);
    enum language others = language_for_others(frame->paths);
    if (others < LANGUAGES)
        fill_alternate(view, "x-default", frame->paths[others], page);
}

/* The page in its other formats, for programs and for people. */
static void fill_formats(const struct view *view, const struct frame *frame,
                         struct dictionary *page)
{
    struct dictionary *list = NULL;
    for (enum format format = FORMAT_PAGE + 1; format < FORMATS; format++) {
        if (!(frame->formats & 1U << format))
            continue;
        const char *path = arena_print(view->arena, "%s%s",
                                       route_format_path(view->arena, frame->formats_path, format),
                                       frame->formats_query ? frame->formats_query : "");
        if (format != FORMAT_EXCEL) { /* which is for people: programs read CSV */
            struct dictionary *link = dictionary_section(page, "FORMAT_LINK");
            const char *type = route_format_type(format);
            dictionary_set(link, "TYPE", arena_copy_bytes(view->arena, type, strcspn(type, ";")));
            dictionary_set(link, "PATH", path);
        }
        if (!list) {
            list = dictionary_section(page, "FORMATS");
            dictionary_set(list, "REFERENCE",
                           route_path(view->arena, ROUTE_REFERENCE, view->language, NULL));
        }
        struct dictionary *item = dictionary_section(list, "FORMAT");
        dictionary_set(item, "NAME", route_format_name(format));
        dictionary_set(item, "PATH", path);
    }
}

/* The search form of the header, and the link to its description for browsers (OpenSearch). */
static void fill_search(const struct view *view, const struct frame *frame, struct dictionary *page)
{
    dictionary_set(page, "SEARCH", route_path(view->arena, ROUTE_SEARCH, view->language, NULL));
    dictionary_set(page, "SOUGHT", or_empty(frame->sought));
    dictionary_set(page, "SEARCH_DESCRIPTION",
                   route_path(view->arena, ROUTE_SEARCH_DESCRIPTION, view->language, NULL));
    const char *news = route_path(view->arena, ROUTE_NEWS, view->language, NULL);
    if (!frame->canonical ||
        strcmp(frame->canonical, news) != 0) /* the page of news has it among its formats */
        dictionary_set(dictionary_section(page, "NEWS_FEED"), "PATH",
                       route_format_path(view->arena, news, FORMAT_ATOM));
}

static void fill_language_switch(const struct view *view, const struct frame *frame,
                                 struct dictionary *page)
{
    struct dictionary *choice = NULL;
    for (enum language language = 0; language < LANGUAGES; language++) {
        if (!frame->paths[language])
            continue;
        if (!choice)
            choice = dictionary_section(page, "LANGUAGES");
        struct dictionary *item = dictionary_section(choice, "CHOICE");
        dictionary_set(item, "TAG", language_tag(language));
        dictionary_set(item, "NAME", language_name(language));
        if (language == view->language)
            dictionary_section(item, "CURRENT");
        else
            dictionary_set(dictionary_section(item, "OTHER"), "PATH",
                           arena_print(view->arena, "%s%s", frame->paths[language],
                                       frame->switch_query ? frame->switch_query : ""));
    }
}

/* A link of the menu, which says whether it leads to this page, or to one that this page is below.
 */
static void fill_entry(const struct frame *frame, const char *path, struct dictionary *item)
{
    dictionary_set(item, "PATH", path);
    if (frame->canonical && strcmp(frame->canonical, path) == 0) {
        dictionary_section(item, "CURRENT");
        return;
    }
    for (size_t i = 0; i < frame->crumb_count; i++)
        if (frame->crumbs[i].path && strcmp(frame->crumbs[i].path, path) == 0)
            dictionary_section(item, "WITHIN");
}

static void fill_list(const struct view *view, const struct frame *frame, enum route_id route,
                      const char *section, struct dictionary *menu)
{
    fill_entry(frame, route_path(view->arena, route, view->language, NULL),
               dictionary_section(menu, section));
}

/* The contents at the top, the pages about the site at the foot. */
static void fill_menu(const struct view *view, const struct frame *frame, struct dictionary *page)
{
    struct dictionary *menu = dictionary_section(page, "MENU"),
                      *foot = dictionary_section(page, "FOOT");
    fill_list(view, frame, ROUTE_OVERVIEW, "OVERVIEW", menu);
    fill_list(view, frame, ROUTE_MEETINGS, "MEETINGS", menu);
    fill_list(view, frame, ROUTE_CONCLUSIONS, "CONCLUSIONS", menu);
    fill_list(view, frame, ROUTE_OBSTACLES, "OBSTACLES", menu);
    fill_list(view, frame, ROUTE_NEWS, "PUBLISHED_LATELY", menu);
    for (size_t i = 0; i < frame->menu->count; i++) {
        const struct entry *entry = &frame->menu->items[i];
        if (entry->kind != DOCUMENT_PAGE)
            continue;
        struct dictionary *item = dictionary_section(foot, "ITEM");
        dictionary_set(item, "LABEL", entry->short_title);
        dictionary_set(item, "TAG", language_tag(entry->language));
        fill_entry(frame, view_path(view, entry->kind, view->language, entry->slug), item);
    }
}

void view_crumb_home(const struct view *view, const struct menu *menu, struct frame *frame)
{
    const struct entry *home = menu_find(menu, "home");
    if (home)
        frame->crumbs[frame->crumb_count++] =
            (struct crumb){ .label = home->short_title,
                            .language = home->language,
                            .path = view_path(view, home->kind, view->language, home->slug) };
}

struct frame view_list_frame(const struct view *view, enum route_id route, const char *title,
                             const char *description, const struct menu *menu)
{
    struct frame frame = {
        .title = title,
        .description = description,
        .text_language = view->language,
        .menu = menu,
        .formats = route_formats(route),
        .is_dataset = route_formats(route) & AS_CSV,
    };
    view_crumb_home(view, menu, &frame);
    frame.crumbs[frame.crumb_count++] =
        (struct crumb){ .label = title, .language = view->language };
    for (enum language language = 0; language < LANGUAGES; language++)
        frame.paths[language] = route_path(view->arena, route, language, NULL);
    frame.canonical = frame.formats_path = frame.paths[view->language];
    return frame;
}

/* The words of a link to URI: a host, an e-mail address, a number. */
static const char *link_name(const struct view *view, const char *uri)
{
    const char *name = uri + strcspn(uri, ":") + 1;
    name += strspn(name, "/");
    if (strncmp(name, "www.", 4) == 0)
        name += 4;
    return arena_copy_bytes(view->arena, name, strcspn(name, "/?"));
}

/* The template has the scheme of e-mail addresses, and no link for numbers: auto-escape takes only
 * addresses of pages for safe, and would lead a link with another one nowhere. */
static void fill_contact(const struct view *view, const char *section, const char *uri,
                         struct dictionary *page)
{
    bool by_web = strncmp(uri, "http", 4) == 0, by_mail = strncmp(uri, "mailto:", 7) == 0;
    struct dictionary *contact =
        dictionary_section(dictionary_section(page, section), by_web    ? "BY_WEB"
                                                              : by_mail ? "BY_MAIL"
                                                                        : "BY_PHONE");
    if (by_web)
        dictionary_set(contact, "URL", uri);
    dictionary_set(contact, "NAME", link_name(view, uri));
}

/* The contacts, and the licence. */
static void fill_imprint(const struct view *view, const struct frame *frame,
                         struct dictionary *page)
{
    const struct parameter about = { "page", frame->canonical };
    dictionary_set(page, "FEEDBACK",
                   arena_print(view->arena, "%s%s",
                               route_path(view->arena, ROUTE_FEEDBACK, view->language, NULL),
                               query_write(&about, 1, view->arena)));
    fill_contact(view, "QUESTIONS", view->config->contact, page);
    fill_contact(view, "PRESS", view->config->press_contact, page);
    fill_contact(view, "PRIVACY", view->config->privacy_contact, page);
    struct dictionary *licence = dictionary_section(page, "LICENCE");
    dictionary_set(licence, "URL", view->config->licence_url);
    dictionary_set(licence, "NAME", view->config->licence);
}

static void fill_crumbs(const struct frame *frame, struct dictionary *page)
{
    if (frame->crumb_count == 0)
        return;
    struct dictionary *crumbs = dictionary_section(page, "CRUMBS");
    for (size_t i = 0; i < frame->crumb_count; i++) {
        struct dictionary *crumb = dictionary_section(crumbs, "CRUMB");
        dictionary_set(crumb, "LABEL", frame->crumbs[i].label);
        dictionary_set(crumb, "TAG", language_tag(frame->crumbs[i].language));
        if (frame->crumbs[i].path)
            dictionary_set(dictionary_section(crumb, "UP"), "PATH", frame->crumbs[i].path);
        else
            dictionary_section(crumb, "THIS_PAGE");
    }
}

static void fill_preview(const struct frame_preview *preview, struct dictionary *page)
{
    struct dictionary *banner = dictionary_section(page, "PREVIEW");
    dictionary_set(banner, "UNTIL", preview->until);
    if (preview->edit_path)
        dictionary_set(dictionary_section(banner, "EDIT"), "PATH", preview->edit_path);
}

static void fill_share_picture(const struct view *view, const struct frame *frame,
                               struct dictionary *picture)
{
    dictionary_set(picture, "URL", view_url(view, frame->share_picture_path));
    if (frame->share_picture_words)
        dictionary_set(dictionary_section(picture, "SHOWING"), "WORDS", frame->share_picture_words);
    else
        dictionary_section(picture, "MAPPED");
}

void view_frame(const struct view *view, const struct frame *frame, struct dictionary *page)
{
    dictionary_set(page, "LANGUAGE", language_tag(view->language));
    dictionary_set(page, "PAGE_TITLE", frame->title);
    if (strcmp(frame->title, SITE_NAME) != 0)
        dictionary_section(page, "SITE_NAME");
    dictionary_set(page, "HOME", route_path(view->arena, ROUTE_HOME, view->language, NULL));
    if (frame->canonical) {
        struct dictionary *address = dictionary_section(page, "ADDRESS");
        dictionary_set(address, "URL", view_url(view, frame->canonical));
        dictionary_set(address, "DESCRIPTION", frame->description);
        dictionary_set(address, "LOCALE", language_locale(frame->text_language));
    } else {
        dictionary_section(page, "NO_ADDRESS");
    }
    if (frame->canonical && frame->share_picture_path)
        fill_share_picture(view, frame, dictionary_section(page, "PICTURE"));
    if (frame->preview)
        fill_preview(frame->preview, page);
    fill_links(view, frame, page);
    fill_formats(view, frame, page);
    fill_search(view, frame, page);
    if (frame->pictured)
        dictionary_section(page, "PICTURED");
    const char *structured = view_structured(view, frame);
    if (structured)
        dictionary_set(dictionary_section(page, "ABOUT"), "JSON_LD", structured);
    fill_language_switch(view, frame, page);
    if (frame->menu)
        fill_menu(view, frame, page);
    fill_imprint(view, frame, page);
    fill_crumbs(frame, page);
}
