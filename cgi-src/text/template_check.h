/* SPDX-License-Identifier: EUPL-1.2 */
/* Template check: compares the values given to a page with those that its templates show.
 *
 * ctemplate prints nothing for a marker that nobody set, and drops a value that no template shows.
 * Both are mistakes. Tests therefore run with this check on; it costs a second tree of
 * dictionaries.
 */
#ifndef TEXT_TEMPLATE_CHECK_H
#define TEXT_TEMPLATE_CHECK_H

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

/* What was set in one dictionary, and in those of its sections. */
struct shadow {
    const shadow *parent = nullptr; /* whose values a section falls back on */
    std::set<std::string> values;
    std::map<std::string, std::vector<std::unique_ptr<shadow>>> sections;

    shadow *add_section(const std::string &name);
};

class template_check
{
  public:
    /* Reads the markers of a template. */
    void add(const std::string &name, const std::string &text);

    /* What is wrong with showing ROOT by the templates NAMES; empty when nothing is. */
    std::string fault(const std::vector<std::string> &names, const shadow &root) const;

  private:
    struct marker {
        bool is_section;
        std::string name;
        std::vector<marker> inner;
    };
    using used_names = std::set<std::pair<const shadow *, std::string>>;

    static std::vector<marker> parse(const std::string &text, size_t *place);
    static std::string walk(const std::vector<marker> &markers, const shadow &shown,
                            used_names *used);
    static std::string unused(const shadow &shown, const used_names &used);

    std::map<std::string, std::vector<marker>> templates_;
};

#endif
