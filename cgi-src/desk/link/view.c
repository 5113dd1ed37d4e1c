/* SPDX-License-Identifier: EUPL-1.2 */
/* Links: what a text may link to, templates/desk/link/page.tpl. */
#include "desk/link/view.h"

#include <string.h>

#include "base/buffer.h"
#include "base/characters.h"
#include "record/view.h"

/* [TITLE](TARGET), with the characters of TITLE escaped that mean something in Markdown. */
static const char *markdown_of(const struct link_target *target, struct arena *arena)
{
    struct buffer markdown = buffer_in(arena);
    buffer_add(&markdown, "[");
    for (const char *at = target->title; *at; at++) {
        if (strchr("\\`*_[]<", *at))
            buffer_add(&markdown, "\\");
        buffer_append(&markdown, at, 1);
    }
    buffer_add(&markdown, "](");
    buffer_add(&markdown, target->target);
    buffer_add(&markdown, ")");
    return markdown.bytes;
}

static void fill_target(const struct view *view, const struct link_target *target,
                        struct dictionary *item)
{
    const char *kind =
        target->kind == DOCUMENT_KINDS ? "File (PDF)" : document_kinds[target->kind].word;
    dictionary_set(item, "MARKDOWN", markdown_of(target, view->arena));
    dictionary_set(item, "TARGET", target->target);
    dictionary_set(item, "TITLE", target->title);
    dictionary_set(item, "TAG", language_tag(target->language));
    dictionary_set(item, "KIND_NAME", view_phrase(view, kind));
    view_apart(view, target->forum, target->starts, item);
    if (!target->published)
        dictionary_section(item, "UNPUBLISHED");
}

void view_link_targets(const struct view *view, const char *words, enum language language,
                       const struct link_targets *targets, struct dictionary *page)
{
    dictionary_set(page, "ACTION", route_path(view->arena, ROUTE_DESK_LINKS, EN, NULL));
    dictionary_set(page, "WORDS", or_empty(words));
    for (enum language one = 0; one < LANGUAGES; one++)
        dictionary_set(
            view_option(page, "LANGUAGE_OPTION", language_tag(one), language_tag(language)),
            "LABEL", language_name(one));
    if (words && targets->count == 0)
        dictionary_section(page, "NONE");
    for (size_t i = 0; i < targets->count; i++)
        fill_target(view, &targets->items[i], dictionary_section(page, "FOUND"));
}
