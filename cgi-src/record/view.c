/* SPDX-License-Identifier: EUPL-1.2 */
/* Document: shows the texts of a document on its page, and names it in the frame. */
#include "record/view.h"

#include <string.h>

#include "base/characters.h"
#include "http/route.h"
#include "record/picture_view.h"
#include "text/dates.h"
#include "text/markdown.h"

/* The breadcrumb of the list of documents of KIND, if there is one. */
static void add_list_crumb(const struct view *view, enum document_kind kind, struct frame *frame)
{
    const struct kind *its = &document_kinds[kind];
    if (its->list == ROUTES)
        return;
    frame->crumbs[frame->crumb_count++] =
        (struct crumb){ .label = view_phrase(view, its->list_title),
                        .language = view->language,
                        .path = route_path(view->arena, its->list, view->language, NULL) };
}

struct frame view_document_frame(const struct view *view, enum document_kind kind,
                                 const struct document *document, const struct menu *menu)
{
    struct frame frame = {
        .title = document->title,
        .description = document->summary,
        .text_language = document->language,
        .canonical = view_path(view, kind, document->language, document->slug),
        .menu = menu,
        .formats = route_formats(document_kinds[kind].route),
        .formats_path = view_path(view, kind, view->language, document->slug),
    };
    frame.share_picture_path =
        view_leading_picture_path(view, document, &frame.share_picture_words);
    for (enum language language = 0; language < LANGUAGES; language++)
        if (document->slugs[language])
            frame.paths[language] = view_path(view, kind, language, document->slugs[language]);

    /* Meetings of one forum in one place have the same name: place and date tell them apart. */
    if (kind == DOCUMENT_MEETING)
        frame.title = arena_print(view->arena, "%s – %s", document->title, document->short_title);
    if (kind == DOCUMENT_HOME)
        return frame;
    view_crumb_home(view, menu, &frame);
    const struct entry *overview = menu_find(menu, "overview");
    if (overview && (kind == DOCUMENT_TOPIC || kind == DOCUMENT_PARTNER))
        frame.crumbs[frame.crumb_count++] =
            (struct crumb){ .label = overview->short_title,
                            .language = overview->language,
                            .path =
                                view_path(view, overview->kind, view->language, overview->slug) };
    add_list_crumb(view, kind, &frame);
    frame.crumbs[frame.crumb_count++] =
        (struct crumb){ .label = document->short_title, .language = document->language };
    return frame;
}

void view_apart(const struct view *view, const char *forum, const char *starts,
                struct dictionary *item)
{
    if (!forum && !starts)
        return;
    const char *day = starts ? date_written(starts, view->language, view->arena) : "";
    struct dictionary *apart = dictionary_section(item, "APART");
    dictionary_set(
        apart, "APART_WORDS",
        arena_print(view->arena, "%s%s%s", forum ? forum : "", forum && starts ? ", " : "", day));
}

struct linking {
    const struct view *view;
    const struct document *document; /* whose pictures may stand in the text; NULL for none */
    const struct menu *menu;
    const struct named_list *named;
};

static const char *link_path(const char *key, void *context)
{
    const struct linking *linking = context;
    const struct entry *entry = menu_find(linking->menu, key);
    if (entry)
        return view_path(linking->view, entry->kind, linking->view->language, entry->slug);
    for (size_t i = 0; linking->named && i < linking->named->count; i++) {
        const struct named *named = &linking->named->items[i];
        if (strcmp(named->key, key) == 0)
            return view_path(linking->view, named->kind, linking->view->language, named->slug);
    }
    return NULL;
}

static const char *figure(const char *number, const char *caption, void *context)
{
    const struct linking *linking = context;
    return view_picture(linking->view, linking->document, number, caption);
}

/* The terms of GLOSSARY to explain; none in the glossary itself, or in a text in another
 * language. */
static struct terms *terms_of(const struct view *view, const struct document *document,
                              const char *glossary)
{
    if (document->language != view->language || strcmp(document->key, "glossary") == 0)
        return NULL;
    struct terms *terms = arena_array(view->arena, 1, sizeof *terms);
    terms_read(terms, glossary, view->arena);
    return terms;
}

static const struct markdown_notes *notes_of(const struct view *view)
{
    struct markdown_notes *notes = arena_array(view->arena, 1, sizeof *notes);
    *notes = (struct markdown_notes){ .title = view_phrase(view, "Footnotes"),
                                      .note = view_phrase(view, "Footnote"),
                                      .back = view_phrase(view, "Back to reference") };
    return notes;
}

static const char *body_html(const struct view *view, const struct document *document,
                             const struct menu *menu, const char *glossary)
{
    struct linking linking = {
        .view = view, .document = document, .menu = menu, .named = &document->links
    };
    struct markdown_links links = { .path = link_path,
                                    .figure = view_has_pictures(document) ? figure : NULL,
                                    .context = &linking,
                                    .terms = terms_of(view, document, glossary),
                                    .notes = notes_of(view) };
    return markdown_html(document->body ? document->body : "", &links, view->arena);
}

const char *view_markdown(const struct view *view, const char *markdown, const struct menu *menu,
                          const struct named_list *named)
{
    struct linking linking = { .view = view, .menu = menu, .named = named };
    struct markdown_links links = { .path = link_path, .context = &linking };
    return markdown_html(markdown, &links, view->arena);
}

static const char *figure_draft(const char *number, const char *caption, void *context)
{
    const struct view *view = ((const struct linking *)context)->view;
    struct dictionary *figure = dictionary_new(view->templates, view->arena);
    dictionary_set(figure, "WHICH", number);
    if (*caption)
        dictionary_set(dictionary_section(figure, "CAPTIONED"), "CAPTION", caption);
    struct buffer html = buffer_in(view->arena);
    return template_render(view->templates, view->language, "record/figure_draft.tpl", figure,
                           &html)
               ? html.bytes
               : NULL;
}

const char *view_markdown_draft(const struct view *view, const char *markdown,
                                const struct menu *menu, const struct named_list *named)
{
    struct linking linking = { .view = view, .menu = menu, .named = named };
    struct markdown_links links = {
        .path = link_path, .figure = figure_draft, .context = &linking, .notes = notes_of(view)
    };
    return markdown_html(markdown, &links, view->arena);
}

static void fill_sources(const struct document *document, struct dictionary *page)
{
    if (document->source_count == 0)
        return;
    struct dictionary *list = dictionary_section(page, "SOURCES");
    for (size_t i = 0; i < document->source_count; i++) {
        struct dictionary *item = dictionary_section(list, "SOURCE");
        dictionary_set(item, "URL", document->sources[i].url);
        dictionary_set(item, "TITLE", document->sources[i].title);
        dictionary_set(item, "PUBLISHER", document->sources[i].publisher);
        dictionary_set(item, "TAG", document->sources[i].language);
    }
}

const char *view_attachment_path(const struct view *view, const struct attachment *attachment)
{
    return attachment->file ? route_path(view->arena, ROUTE_FILE, view->language, attachment->file)
                            : attachment->url;
}

/* In units of 1000 bytes, as browsers show sizes, with the decimal mark of the language. */
static const char *size_written(const struct view *view, long bytes)
{
    if (bytes < 1000000)
        return arena_print(view->arena, "%ld kB", (bytes + 999) / 1000);
    return arena_print(view->arena, "%ld%c%ld MB", bytes / 1000000,
                       view->language == EN ? '.' : ',', bytes % 1000000 / 100000);
}

static void fill_attachments(const struct view *view, const struct document *document,
                             struct dictionary *page)
{
    if (document->attachment_count == 0)
        return;
    struct dictionary *list = dictionary_section(page, "ATTACHMENTS");
    for (size_t i = 0; i < document->attachment_count; i++) {
        const struct attachment *attachment = &document->attachments[i];
        struct dictionary *item = dictionary_section(list, "ATTACHMENT");
        dictionary_set(item, "NUMBER", arena_print(view->arena, "%d", attachment->number));
        dictionary_set(item, "URL", view_attachment_path(view, attachment));
        dictionary_set(item, "TITLE", attachment->title);
        dictionary_set(item, "TAG", attachment->language);
        if (attachment->file)
            dictionary_value(item, "FILE", size_written(view, attachment->size));
    }
}

void view_untranslated(const struct document *document, const char *field, struct dictionary *part)
{
    if (document_lacks(document, field))
        dictionary_section(part, "UNTRANSLATED");
}

struct dictionary *view_part(const struct document *document, const char *field, bool said,
                             struct dictionary *page, const char *section)
{
    if (!said && !document_lacks(document, field))
        return NULL;
    struct dictionary *part = dictionary_section(page, section);
    view_untranslated(document, field, part);
    return said ? dictionary_section(part, "SAID") : NULL;
}

/* Where the notes on missing translations lead: the original. */
static void fill_original(const struct view *view, enum document_kind kind,
                          const struct document *document, struct dictionary *page)
{
    if (!cJSON_GetObjectItemCaseSensitive(document->content, "untranslated"))
        return;
    const enum language original = document_original(document);
    dictionary_set(page, "ORIGINAL_PATH",
                   view_path(view, kind, original, document->slugs[original]));
    dictionary_set(page, "ORIGINAL_NAME", language_name(original));
    dictionary_set(page, "ORIGINAL_TAG", language_tag(original));
}

void view_document(const struct view *view, enum document_kind kind,
                   const struct document *document, const struct menu *menu, const char *glossary,
                   struct dictionary *page)
{
    fill_original(view, kind, document, page);
    view_part(document, "body", false, page, "BODY_PART");
    dictionary_set(page, "TEXT_TAG", language_tag(document->language));
    view_title(view, document->title, document->language, page);
    dictionary_set(page, "SUMMARY", document->summary);
    dictionary_set(page, "BODY_HTML", body_html(view, document, menu, glossary));
    view_leading_picture(view, document, page);
    if (document->language != view->language) {
        struct dictionary *notice = dictionary_section(page, "NOTICE");
        dictionary_set(notice, "NAME", language_name(document->language));
        dictionary_set(notice, "NAME_TAG", language_tag(document->language));
    }
    fill_sources(document, page);
    fill_attachments(view, document, page);
    dictionary_set(page, "PUBLISHED",
                   date_written(document->published, view->language, view->arena));
    dictionary_set(page, "PUBLISHED_ISO", document->published);
}

void view_cards(const struct view *view, const struct menu *cards, enum document_kind kind,
                struct dictionary *page, const char *section)
{
    for (size_t i = 0; i < cards->count; i++) {
        const struct entry *entry = &cards->items[i];
        if (entry->kind != kind)
            continue;
        struct dictionary *card = dictionary_section(page, section);
        dictionary_set(card, "TITLE", entry->title);
        dictionary_set(card, "PATH", view_path(view, kind, view->language, entry->slug));
        dictionary_set(card, "TAG", language_tag(entry->language));
        if (kind == DOCUMENT_PARTNER)
            dictionary_set(card, "NATURE", or_empty(entry->nature));
        else
            dictionary_set(card, "SUMMARY", entry->summary);
    }
}

#define COLUMNS(COLUMN)                                                        \
    COLUMN("url", ADDRESS, "Its page",                                         \
           view_document_url(view, entry->kind, view->language, entry->slug))  \
    COLUMN("key", TEXT, "Name that never changes", entry->key)                 \
    COLUMN("kind", TEXT, "Topic or partner", document_kinds[entry->kind].name) \
    COLUMN("title", TEXT, "Title", entry->title)                               \
    COLUMN("summary", TEXT, "Summary", entry->summary)                         \
    COLUMN("nature", TEXT, "What it is", entry->nature)                        \
    COLUMN("language", TEXT, "Language of the texts (ISO 639-1)", language_tag(entry->language))

static const struct column columns[] = { COLUMNS(TABLE_COLUMN) };
const struct columns card_columns = TABLE_COLUMNS(columns);

struct table view_cards_table(const struct view *view, const struct menu *cards)
{
    struct table table = table_new(&card_columns, cards->count, view->arena);
    const char **cell = table.cells;
    for (const struct entry *entry = cards->items; entry < cards->items + cards->count; entry++) {
        COLUMNS(TABLE_CELL)
    }
    return table;
}
