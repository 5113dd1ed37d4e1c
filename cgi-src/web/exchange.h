/* SPDX-License-Identifier: EUPL-1.2 */
/* Exchange: one request on its way through the program, and what the handlers do with it. */
#ifndef WEB_EXCHANGE_H
#define WEB_EXCHANGE_H

#include "base/config.h"
#include "base/err.h"
#include "base/metrics.h"
#include "base/shared_cache.h"
#include "db/database.h"
#include "frame/error.h"
#include "frame/frame.h"
#include "http/form.h"
#include "http/request.h"
#include "http/response.h"
#include "http/route.h"
#include "text/assets.h"
#include "text/catalogue.h"
#include "text/table.h"
#include "text/template.h"
#include "web/account.h"
#include "web/deadline.h"
#include "web/decoder.h"
#include "web/site_state.h"

struct exchange;

/* Fills the response, or returns why it could not: dispatch makes an error page of that. */
typedef enum err handler_function(struct exchange *exchange);

/* Each row of the table declares its handler and its form. */
#define ROUTE(ID, ACCESS, HANDLER, ...) handler_function HANDLER;
#define FORM_ROUTE(ID, ACCESS, HANDLER, ...) \
    handler_function HANDLER;                \
    extern const struct form HANDLER##_form;
#define SITE_ROUTE ROUTE
#define DESK_ROUTE ROUTE
#define DESK_FORM_ROUTE FORM_ROUTE
#include "routes.tbl"

/* Who may ask for a route: everyone, at the site; whoever is there, at the desk; those with a
 * session and a role; those who run the site, by the way that nginx has for them, and for all
 * others there is nothing at its path. The program that serves the site answers the first only, the
 * one that serves the desk those of the desk only, and both the operators. */
enum access { PUBLIC, ANYBODY, EDITOR, ADMINISTRATOR, OPERATOR };

/* Requests are counted by the row that they match; those that match none are one row more, the
 * last. */
enum { COUNTED_ROWS = ROUTES + 1 };

/* How many bytes a POST to a route may send. Who has no session may send BODY_SMALL at most, and
 * files are taken where BODY_FILES stands and nowhere else. */
enum body {
    BODY_NONE,
    BODY_SMALL = 64 * 1024,
    BODY_LARGE =
        2 * 1024 * 1024, /* a text of 100000 letters, each written as percent signs and digits */
    BODY_FILES = 32 * 1024 * 1024 /* a document of 25 MB, or a picture, and the form around it */
};

struct route {
    enum access access;
    handler_function *handler;
    const struct form *form; /* that a POST sends; NULL where none is taken */
    enum body body;
    const char *query; /* names of the parameters that it takes, separated by spaces; NULL: any */
    int work_ms;       /* processor time that a request may take */
};

/* The processor time, in milliseconds, of a request whose row says nothing else: tens of times what
 * a page takes. */
enum { WORK_MS = 1000, DESK_WORK_MS = 2000 };

/* What the program is made of, built once at the start by main and never changed while it serves.
 */
struct app {
    struct config config;
    struct arena *arena; /* of what is read at the start */
    const struct catalogue *catalogue;
    const struct assets *assets;
    struct templates *templates;
    const struct route *routes;      /* by enum route_id */
    struct metrics *metrics;         /* of all children; NULL where nothing is counted */
    struct shared_cache *page_cache; /* of all children; NULL where no page is kept */
    struct breaker *breaker;         /* of all children; NULL where there are none */
    const struct decoder *decoder;   /* of all children; NULL where no pictures are read */
    bool desk;                       /* serves the desk, not the site */
    struct database *database;
};

/* A preview that is being made: the draft is published in a transaction that is rolled back, and
 * what is read in it is as it will be. */
struct rehearsal {
    const char *document_id;
    enum language language;
    struct frame_preview shown;
};

struct exchange {
    const struct app *app;
    struct arena *arena;
    struct request request;
    struct response response;
    struct route_match route;
    struct account account; /* at the desk: who asks */
    bool too_large; /* at the desk: what was sent without a session was not read, since there is too
                       much of it */
    const char *form_token; /* at the desk: what its forms are known by */
    struct input input;     /* of a POST: what was sent, read by the form of the route */
    struct view view; /* its language is the visitor's: of the path, or else of Accept-Language */
    const struct rehearsal *rehearsal; /* NULL but for a preview */
    struct deadline *deadline;         /* of this process */
    struct {
        const char *key;         /* NULL: it may not be kept */
        const char *made_of;     /* the rows that its reads brought, as a digest, and the day */
        struct site_state state; /* that they saw */
        unsigned long epoch;     /* before them */
    } kept;                      /* in the page cache */
    const char *last_changed;    /* Last-Modified of a feed or format; NULL: it has none */
    struct query_names unknown;  /* parameters of the query that data does not take */
    bool shown_once;             /* at the desk: nobody may fetch the answer a second time */
    bool was_public; /* once, what is asked for: there are no more such addresses than there ever
                        were pages */
};

/* A batch of reads for this request; in a preview, as they will be when its draft is public. */
struct batch *exchange_reads(struct exchange *exchange);

/* Answers with the page that TEMPLATE makes, within the frame. */
enum err exchange_page(struct exchange *exchange, const struct frame *frame,
                       const char *template_name, struct dictionary *page);

/* Answers with what TEMPLATE makes as CONTENT_TYPE, without a frame. */
enum err exchange_feed(struct exchange *exchange, const char *content_type,
                       const char *template_name, struct dictionary *feed);

/* Answers with a page of the desk, within its frame: never kept by anybody. TITLE is in the
 * language of the account. */
enum err exchange_desk_page(struct exchange *exchange, const char *template_name, const char *title,
                            struct dictionary *page);

/* Answers with what TEMPLATE makes as a piece of a page of the desk, without its frame. */
enum err exchange_desk_fragment(struct exchange *exchange, const char *template_name,
                                struct dictionary *fragment);

/* Answers with a format of a page that programs read, which BODY is. */
enum err exchange_format(struct exchange *exchange, struct buffer body);

/* The same for a list: as JSON or CSV, whichever was asked for. */
enum err exchange_table(struct exchange *exchange, const struct table *table,
                        const struct table_head *head);

/* Answers with text/plain. */
enum err exchange_text(struct exchange *exchange, const char *text);

/* Sends the visitor to another path of this site: 301 when it is the lasting address, 302 when it
 * depends on the visitor. */
enum err exchange_redirect(struct exchange *exchange, int status, const char *path);

/* What a page that TEMPLATE makes may load (CSP Level 3): no script, and nothing but the icon; the
 * style sheet is in the page and known by its hash. Tools that look at a page fetch robots.txt in
 * its name. */
const char *exchange_content_policy(const struct app *app, const char *template_name,
                                    struct arena *arena);

/* Replaces the response by the error page for STATUS, in the visitor's language, or at an address
 * of data by what programs read (RFC 9457). It needs no database. */
void exchange_error(struct exchange *exchange, int status);

/* The same for a form that is refused: the page says why. */
void exchange_refuse(struct exchange *exchange, enum refusal refusal);

#endif
