/* SPDX-License-Identifier: EUPL-1.2 */
/* Template check: compares the values given to a page with those that its templates show. */
#include "text/template_check.h"

shadow *shadow::add_section(const std::string &name)
{
    auto &list = sections[name];
    list.push_back(std::make_unique<shadow>());
    list.back()->parent = this;
    return list.back().get();
}

std::vector<template_check::marker> template_check::parse(const std::string &text, size_t *place)
{
    std::vector<marker> markers;
    for (;;) {
        size_t open = text.find("{{", *place);
        size_t close = open == std::string::npos ? open : text.find("}}", open);
        if (close == std::string::npos)
            return markers;
        *place = close + 2;

        std::string body = text.substr(open + 2, close - open - 2);
        if (body.empty() || body[0] == '!' || body[0] == '%')
            continue;
        if (body[0] == '/')
            return markers;
        bool is_section = body[0] == '#';
        std::string name = body.substr(is_section ? 1 : 0);
        marker found = { is_section, name.substr(0, name.find(':')), {} };
        if (is_section)
            found.inner = parse(text, place);
        markers.push_back(found);
    }
}

void template_check::add(const std::string &name, const std::string &text)
{
    size_t place = 0;
    templates_[name] = parse(text, &place);
}

/* The dictionary that gives a name its value: SHOWN or one that it falls back on. */
static const shadow *giver(const shadow *shown, const std::string &name)
{
    while (shown && !shown->values.count(name))
        shown = shown->parent;
    return shown;
}

std::string template_check::walk(const std::vector<marker> &markers, const shadow &shown,
                                 used_names *used)
{
    for (const marker &marker : markers) {
        const shadow *from = marker.is_section ? &shown : giver(&shown, marker.name);
        if (!from)
            return "nothing sets {{" + marker.name + "}}";
        used->insert({ from, marker.name });
        auto sections = shown.sections.find(marker.name);
        if (!marker.is_section || sections == shown.sections.end())
            continue;
        for (const auto &section : sections->second) {
            std::string fault = walk(marker.inner, *section, used);
            if (!fault.empty())
                return fault;
        }
    }
    return "";
}

/* The first thing in SHOWN and below that no template shows. */
std::string template_check::unused(const shadow &shown, const used_names &used)
{
    for (const std::string &value : shown.values)
        if (!used.count({ &shown, value }))
            return "nothing shows the value " + value;
    for (const auto &named : shown.sections) {
        if (!used.count({ &shown, named.first }))
            return "nothing shows the section " + named.first;
        for (const auto &section : named.second) {
            std::string fault = unused(*section, used);
            if (!fault.empty())
                return fault;
        }
    }
    return "";
}

std::string template_check::fault(const std::vector<std::string> &names, const shadow &root) const
{
    used_names used;
    for (const std::string &name : names) {
        auto found = templates_.find(name);
        if (found == templates_.end())
            return "no template " + name;
        std::string fault = walk(found->second, root, &used);
        if (!fault.empty())
            return fault;
    }
    return unused(root, used);
}
