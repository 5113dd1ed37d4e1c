/* SPDX-License-Identifier: EUPL-1.2 */
/* Template: pages made by ctemplate from a dictionary of values. */
extern "C" {
#include "text/template.h"
#include "base/log.h"
}

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <ctemplate/template_emitter.h>

#include <cstdlib>
#include <exception>
#include <map>
#include <string>
#include <vector>

#include "text/template_check.h"

struct templates {
    ctemplate::TemplateCache caches[LANGUAGES];
    struct look {
        std::string style, source; /* its style sheet, and the source expression of that */
        std::string top, bottom;   /* the templates around it; empty: none */
    };
    std::map<std::string, look> looks; /* by name of the template */
    template_check check;              /* empty unless strict */
    bool strict;
};

/* A dictionary as C sees it: the library's own, and under STRICT a record of what was set in it.
 * The root of a page owns both trees. */
struct dictionary {
    ctemplate::TemplateDictionary *inner;
    shadow *record;
    struct arena *arena;
};

namespace
{

/* Only blank lines are stripped, so that words on two lines stay two words. */
const ctemplate::Strip strip = ctemplate::STRIP_BLANK_LINES;

/* Appends to a buffer of ours, so that the page is written once. */
class buffer_emitter : public ctemplate::ExpandEmitter
{
  public:
    explicit buffer_emitter(struct buffer *output) : output_(output) {}
    void Emit(char byte) override { buffer_append(output_, &byte, 1); }
    void Emit(const std::string &bytes) override
    {
        buffer_append(output_, bytes.data(), bytes.size());
    }
    void Emit(const char *bytes) override { buffer_add(output_, bytes); }
    void Emit(const char *bytes, size_t length) override { buffer_append(output_, bytes, length); }

  private:
    struct buffer *output_;
};

/* A name with its hash: without it, the library looks up each time whether it knows the name. */
class marker_name : public ctemplate::TemplateString
{
  public:
    explicit marker_name(const char *name) : ctemplate::TemplateString(name) { CacheGlobalId(); }
};

void release_inner(void *target)
{
    delete static_cast<ctemplate::TemplateDictionary *>(target);
}

void release_record(void *target)
{
    delete static_cast<shadow *>(target);
}

struct dictionary *wrap(struct arena *arena, ctemplate::TemplateDictionary *inner, shadow *record)
{
    auto *dictionary =
        static_cast<struct dictionary *>(arena_alloc(arena, sizeof(struct dictionary)));
    *dictionary = { inner, record, arena };
    return dictionary;
}

void complain(const char *message, const char *detail)
{
    struct log_field field = log_string("detail", detail);
    log_line("error", message, &field, 1);
}

/* Runs WORK; no exception may reach C. These libraries throw only for lack of memory, which ends
 * the process as in arena.h. */
template <typename Work> auto guarded(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::exception &exception) {
        complain("template", exception.what());
        exit(EXIT_FAILURE);
    }
}

} // namespace

struct templates *templates_new(bool strict)
{
    return guarded([=] {
        auto *made = new templates();
        made->strict = strict;
        return made;
    });
}

void templates_free(struct templates *templates)
{
    delete templates;
}

bool templates_add(struct templates *templates, enum language language, const char *name,
                   const char *text, size_t length)
{
    return guarded([=] {
        if (templates->strict)
            templates->check.add(name, std::string(text, length));
        return templates->caches[language].StringToTemplateCache(name, text, length, strip);
    });
}

void templates_set_style(struct templates *templates, const char *name, const char *style,
                         const char *source)
{
    guarded([=] {
        templates->looks[name].style = style;
        templates->looks[name].source = source;
    });
}

void templates_set_layout(struct templates *templates, const char *name, const char *top,
                          const char *bottom)
{
    guarded([=] {
        templates->looks[name].top = top;
        templates->looks[name].bottom = bottom;
    });
}

const char *templates_style_source(const struct templates *templates, const char *name)
{
    return guarded([=] {
        auto found = templates->looks.find(name);
        return found == templates->looks.end() ? "" : found->second.source.c_str();
    });
}

void templates_ready(struct templates *templates)
{
    for (auto &cache : templates->caches)
        cache.Freeze();
}

struct dictionary *dictionary_new(const struct templates *templates, struct arena *arena)
{
    return guarded([=] {
        auto *inner = new ctemplate::TemplateDictionary("page");
        arena_defer(arena, release_inner, inner);
        shadow *record = templates->strict ? new shadow() : nullptr;
        if (record)
            arena_defer(arena, release_record, record);
        return wrap(arena, inner, record);
    });
}

void dictionary_set(struct dictionary *dictionary, const char *name, const char *value)
{
    if (!value)
        return;
    guarded([=] {
        dictionary->inner->SetValueWithoutCopy(marker_name(name), value);
        if (dictionary->record)
            dictionary->record->values.insert(name);
    });
}

struct dictionary *dictionary_section(struct dictionary *dictionary, const char *name)
{
    return guarded([=] {
        shadow *record = dictionary->record ? dictionary->record->add_section(name) : nullptr;
        return wrap(dictionary->arena, dictionary->inner->AddSectionDictionary(marker_name(name)),
                    record);
    });
}

void dictionary_value(struct dictionary *dictionary, const char *section, const char *value)
{
    if (value)
        dictionary_set(dictionary_section(dictionary, section), "VALUE", value);
}

bool template_render(const struct templates *templates, enum language language, const char *name,
                     struct dictionary *dictionary, struct buffer *output)
{
    return guarded([=] {
        auto found = templates->looks.find(name);
        std::vector<std::string> parts = { name };
        if (found != templates->looks.end()) {
            const templates::look &look = found->second;
            if (!look.style.empty())
                dictionary_set(dictionary, "STYLE", look.style.c_str());
            if (!look.top.empty())
                parts = { look.top, name, look.bottom };
        }
        if (dictionary->record) {
            std::string fault = templates->check.fault(parts, *dictionary->record);
            if (!fault.empty()) {
                complain("template check", (name + (": " + fault)).c_str());
                return false;
            }
        }
        buffer_emitter emitter(output);
        for (const std::string &part : parts)
            if (!templates->caches[language].ExpandNoLoad(part, strip, dictionary->inner, nullptr,
                                                          &emitter)) {
                complain("cannot render template", part.c_str());
                return false;
            }
        return true;
    });
}
