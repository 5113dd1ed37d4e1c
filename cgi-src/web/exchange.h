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

/* Fills the response, or returns why it could not: dispatch then answers with an error page. */
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

/* Who may ask for a route. PUBLIC: everybody, at the site. ANYBODY: everybody, at the desk. EDITOR
 * and ADMINISTRATOR: accounts of that role or a higher one. OPERATOR: whoever runs the site,
 * through a server of nginx that is not public; for all others there is nothing at the path. The
 * program that serves the site answers PUBLIC rows, the one that serves the desk the other ones,
 * and both those of operators. */
enum access { PUBLIC, ANYBODY, EDITOR, ADMINISTRATOR, OPERATOR };

/* Metrics count requests by their row; the last row counts those that match none. */
enum { COUNTED_ROWS = ROUTES + 1 };

/* How many bytes a POST to a route may have. Somebody without a session may send BODY_SMALL at
 * most; routes that take files have BODY_FILES. */
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
    const struct form *form; /* the form that a POST sends; NULL: the route takes none */
    enum body body;
    const char *query; /* names of the parameters that it accepts, separated by spaces, those behind
                          a bar as data only; NULL: any */
    int work_ms;       /* processor time that a request may take */
};

/* The processor time, in milliseconds, that a request may take unless its row says otherwise: tens
 * of times what a page takes. */
enum { WORK_MS = 1000, DESK_WORK_MS = 2000 };

/* The parts of the program; main builds them once, and nothing changes while it serves. */
struct app {
    struct config config;
    struct arena *arena; /* of what is read at the start */
    const struct catalogue *catalogue;
    const struct assets *assets;
    struct templates *templates;
    const struct route *routes;      /* by enum route_id */
    struct metrics *metrics;         /* shared by all children; NULL: nothing is counted */
    struct shared_cache *page_cache; /* shared by all children; NULL: no page is kept */
    struct breaker *breaker;         /* shared by all children; NULL when there are none */
    const struct decoder *decoder;   /* shared by all children; NULL: no pictures are read */
    bool desk;                       /* serves the desk, not the site */
    struct database *database;
};

/* A preview in progress: the draft is published in a transaction that is rolled back. What is read
 * in that transaction is as it will be in public. */
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
    bool too_large; /* at the desk: a form without a session was not read, since it is too large to
                       be kept */
    const char *form_token; /* at the desk: the token that its forms carry */
    struct input input;     /* of a POST: what was sent, read by the form of the route */
    struct view view; /* its language is the visitor's: of the path, or else of Accept-Language */
    const struct rehearsal *rehearsal; /* NULL but for a preview */
    struct deadline *deadline;         /* of this process */
    struct {
        const char *key;         /* NULL: the answer may not be kept */
        const char *made_of;     /* a digest of the rows that were read, and the day */
        struct site_state state; /* that the reads saw */
        unsigned long epoch;     /* of the page cache, before the reads */
    } kept;                      /* for the page cache */
    const char *last_changed;    /* Last-Modified of a feed or format; NULL: it has none */
    struct query_names unknown;  /* parameters of the query that data does not take */
    bool shown_once;             /* at the desk: nobody may fetch the answer a second time */
    bool was_public; /* the address once had a public page, so an error may be cached: there are no
                        more such addresses than there were pages */
};

/* A batch of reads for this request. In a preview they see the draft as public. */
struct batch *exchange_reads(struct exchange *exchange);

/* Answers with the page that TEMPLATE makes, within the frame. */
enum err exchange_page(struct exchange *exchange, const struct frame *frame,
                       const char *template_name, struct dictionary *page);

/* Answers with the output of TEMPLATE as CONTENT_TYPE, without a frame. */
enum err exchange_feed(struct exchange *exchange, const char *content_type,
                       const char *template_name, struct dictionary *feed);

/* Answers with a page of the desk, within its frame, which no cache keeps. TITLE is in the language
 * of the account. */
enum err exchange_desk_page(struct exchange *exchange, const char *template_name, const char *title,
                            struct dictionary *page);

/* Answers with the output of TEMPLATE as a piece of a page of the desk, without its frame. */
enum err exchange_desk_fragment(struct exchange *exchange, const char *template_name,
                                struct dictionary *fragment);

/* Answers with BODY, the page in the format that was asked for. */
enum err exchange_format(struct exchange *exchange, struct buffer body);

/* The same for a list: as JSON, CSV or GeoJSON, whichever was asked for. */
enum err exchange_table(struct exchange *exchange, const struct table *table,
                        const struct table_head *head);

/* Answers with text/plain. */
enum err exchange_text(struct exchange *exchange, const char *text);

/* Sends the visitor to another path of this site: 301 when it is the lasting address, 302 when it
 * depends on the visitor. */
enum err exchange_redirect(struct exchange *exchange, int status, const char *path);

/* What a page of TEMPLATE may load (CSP Level 3): images of this site, and the style sheet within
 * the page, which its hash identifies; no script. Tools that audit a page fetch robots.txt from
 * within it, so it may connect to this site. */
const char *exchange_content_policy(const struct app *app, const char *template_name,
                                    struct arena *arena);

/* Replaces the response by the error page for STATUS, in the visitor's language; at an address of
 * data, by an object for programs (RFC 9457). Needs no database. */
void exchange_error(struct exchange *exchange, int status);

/* The same for a form that is refused: the page says why. */
void exchange_refuse(struct exchange *exchange, enum refusal refusal);

#endif
