/* SPDX-License-Identifier: EUPL-1.2 */
/* Exchange: one request on its way through the program, and what the handlers do with it. */
#include "web/exchange.h"

#include "web/desk_frame.h"
#include "web/page_cache.h"
#include "web/preview.h"

struct batch *exchange_reads(struct exchange *exchange)
{
    const struct rehearsal *rehearsal = exchange->rehearsal;
    struct batch *batch = batch_new(exchange->app->database, exchange->arena,
                                    rehearsal ? BATCH_REHEARSAL : BATCH_READS);
    if (rehearsal)
        preview_rehearse_ask(batch, rehearsal->document_id, rehearsal->language);
    page_cache_watch(exchange, batch);
    return batch;
}

/* A preview has no address for search engines, and no other formats. */
static struct frame frame_of_preview(const struct frame *frame, const struct rehearsal *rehearsal)
{
    struct frame shown = *frame;
    shown.canonical = NULL;
    shown.formats = 0;
    shown.preview = &rehearsal->shown;
    return shown;
}

/* The content policy of a page whose style sheets come from STYLES. */
static const char *policy_with(const char *styles, struct arena *arena)
{
    return arena_print(
        arena,
        "default-src 'none'; style-src %s; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'",
        styles);
}

const char *exchange_content_policy(const struct app *app, const char *template_name,
                                    struct arena *arena)
{
    return arena_print(arena, "%s; connect-src 'self'",
                       policy_with(templates_style_source(app->templates, template_name), arena));
}

/* The picture that other sites show of a link: that of KEY, made by tools/make-share-pictures, or
 * else that of the site. */
static const char *share_picture_path(const struct exchange *exchange, const char *key)
{
    const struct assets *assets = exchange->app->assets;
    const char *tag = language_tag(exchange->view.language), *path = NULL;
    if (key)
        path = assets_path(assets, arena_print(exchange->arena, "share-%s-%s.png", key, tag));
    return path ? path
                : assets_path(assets, arena_print(exchange->arena, "share-site-%s.png", tag));
}

/* The content policy of a page; the style for pictures is in a file of its own. */
static const char *page_policy(const struct exchange *exchange, const struct frame *frame,
                               const char *template_name)
{
    const struct app *app = exchange->app;
    struct arena *arena = exchange->arena;
    const char *styles = templates_style_source(app->templates, template_name);
    if (frame->pictured)
        styles = arena_print(arena, "%s %s%s", styles, app->config.site_url,
                             assets_path(app->assets, "pictures.css"));
    return arena_print(arena, "%s; connect-src 'self'", policy_with(styles, arena));
}

enum err exchange_page(struct exchange *exchange, const struct frame *frame,
                       const char *template_name, struct dictionary *page)
{
    struct frame shown =
        exchange->rehearsal ? frame_of_preview(frame, exchange->rehearsal) : *frame;
    frame = &shown;
    if (!shown.share_picture_path)
        shown.share_picture_path = share_picture_path(exchange, frame->shared);
    view_frame(&exchange->view, frame, page);
    if (!template_render(exchange->app->templates, exchange->view.language, template_name, page,
                         &exchange->response.body))
        return ERR_INTERNAL;
    exchange->response.policy = page_policy(exchange, frame, template_name);
    response_header(&exchange->response, "Content-Language", language_tag(frame->text_language));
    exchange->response.cacheable = true;
    return OK;
}

static void say_last_change(struct exchange *exchange)
{
    if (exchange->last_changed)
        response_header(&exchange->response, "Last-Modified", exchange->last_changed);
}

enum err exchange_feed(struct exchange *exchange, const char *content_type,
                       const char *template_name, struct dictionary *feed)
{
    if (!template_render(exchange->app->templates, exchange->view.language, template_name, feed,
                         &exchange->response.body))
        return ERR_INTERNAL;
    exchange->response.content_type = content_type;
    exchange->response.cacheable = true;
    say_last_change(exchange);
    return OK;
}

/* Allows the style sheet and the script of the desk; the script may ask for pages of the desk
 * only. */
static const char *desk_policy(const struct exchange *exchange)
{
    const struct app *app = exchange->app;
    struct arena *arena = exchange->arena;
    const char *url = app->config.site_url,
               *styles = arena_print(arena, "%s %s%s", assets_style_source(app->assets), url,
                                     assets_path(app->assets, "desk.css"));
    return arena_print(arena, "%s; script-src %s%s; connect-src %s%s", policy_with(styles, arena),
                       url, assets_path(app->assets, "desk.js"), url,
                       route_path(arena, ROUTE_DESK_HOME, exchange->view.language, NULL));
}

enum err exchange_desk_page(struct exchange *exchange, const char *template_name, const char *title,
                            struct dictionary *page)
{
    bool types = exchange->app->routes[exchange->route.id].form != NULL;
    view_desk_frame(&exchange->view, title, exchange->account.found ? &exchange->account : NULL,
                    exchange->form_token, types, page);
    if (exchange->response.status >= 400 && exchange->response.status != 401)
        dictionary_section(page, "IN_TROUBLE");
    if (!template_render(exchange->app->templates, exchange->view.language, template_name, page,
                         &exchange->response.body))
        return ERR_INTERNAL;
    exchange->response.policy = desk_policy(exchange);
    return OK;
}

enum err exchange_desk_fragment(struct exchange *exchange, const char *template_name,
                                struct dictionary *fragment)
{
    if (!template_render(exchange->app->templates, exchange->view.language, template_name, fragment,
                         &exchange->response.body))
        return ERR_INTERNAL;
    exchange->response.policy = policy_with("'none'", exchange->arena);
    return OK;
}

enum err exchange_format(struct exchange *exchange, struct buffer body)
{
    exchange->response.body = body;
    exchange->response.content_type = route_format_type(exchange->route.format);
    exchange->response.cacheable = true;
    response_header(&exchange->response, "Link",
                    arena_print(exchange->arena, "<%s>; rel=\"license\"",
                                exchange->app->config.licence_url)); /* RFC 4946 */
    say_last_change(exchange);
    return OK;
}

enum err exchange_table(struct exchange *exchange, const struct table *table,
                        const struct table_head *its_head)
{
    struct table_head whole = *its_head, *head = &whole;
    whole.license = exchange->app->config.licence_url;
    struct buffer body = buffer_in(exchange->arena);
    if (exchange->route.format == FORMAT_CSV)
        table_csv(table, &body);
    else if (exchange->route.format == FORMAT_EXCEL)
        table_excel(table, &body);
    else if (exchange->route.format == FORMAT_GEOJSON)
        table_geojson(table, head, &body);
    else
        table_json(table, head, &body);
    if (head->next) /* RFC 8288 */
        response_header(&exchange->response, "Link",
                        arena_print(exchange->arena, "<%s>; rel=\"next\"", head->next));
    return exchange_format(exchange, body);
}

enum err exchange_text(struct exchange *exchange, const char *text)
{
    exchange->response.content_type = "text/plain; charset=utf-8";
    buffer_add(&exchange->response.body, text);
    return OK;
}

enum err exchange_redirect(struct exchange *exchange, int status, const char *path)
{
    exchange->response.status = status;
    response_header(&exchange->response, "Location", path);
    return exchange_text(exchange, "");
}

static void show_error_page(struct exchange *exchange, int status, enum refusal refusal)
{
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    struct frame frame = view_error(&exchange->view, status, refusal, page);
    if (exchange_page(exchange, &frame, "frame/error.tpl", page) != OK)
        exchange_text(exchange, response_reason(status));
}

static void show_problem(struct exchange *exchange, int status)
{
    view_problem(&exchange->view, status, response_reason(status), &exchange->unknown,
                 &exchange->response.body);
    exchange->response.content_type = PROBLEM_TYPE;
    response_header(&exchange->response, "Content-Language", language_tag(exchange->view.language));
}

static void show_error(struct exchange *exchange, int status, enum refusal refusal)
{
    exchange->response = response_new(exchange->arena);
    if (route_is_data(exchange->request.path) && !exchange->app->desk)
        show_problem(exchange, status);
    else
        show_error_page(exchange, status, refusal);
    /* A shared cache must not keep errors: there are as many wrong addresses as anybody likes, and
     * they would push out the pages. It does keep that of a withdrawn page, in place of the page:
     * otherwise nginx would show the page again while the program is away. */
    exchange->response.status = status;
    exchange->response.cacheable = status == 404 && exchange->was_public && !exchange->rehearsal;
    exchange->response.varies_by_language = route_language(exchange->request.path) == LANGUAGES;
}

void exchange_error(struct exchange *exchange, int status)
{
    show_error(exchange, status, REFUSED_NOT);
}

void exchange_refuse(struct exchange *exchange, enum refusal refusal)
{
    show_error(exchange, 403, refusal);
}
