// Parts of the page that are files (page/*.html, page/*.svg) with places for what changes. What a place of each kind becomes:
//   {{NAME}}                the value: text is escaped, a text in two languages becomes both or the one asked for, as_html(...) stays as it
//   is
//   {{say "ID"}}            that sentence of the catalogue, with its {placeholders} filled from the innermost section
//   {{#NAME}}...{{/NAME}}   a section: once for each value of a list; else once, if the value holds anything
//   {{^NAME}}...{{/NAME}}   once, if {{#NAME}} is left out
// These are Mustache's, but for {{say}}. A name is looked up from the innermost section outwards; {{.}} is the section's own value. The
// tags of a section that have a line for themselves leave none behind.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "report/page_files.h"
#include "text/bilingual.h"
#include "text/text.h"

namespace lab::report {

// What a template is filled with: an object of texts, numbers, booleans, lists, objects, and of what the functions below make.
using Values = nlohmann::json;

// The one value that is not escaped. No JSON that is read from a file can hold one.
Values as_html(std::string_view html);

// A text in both languages.
Values in_both(std::string_view en, std::string_view ko);
Values in_both(const text::Bilingual& text);

// The same for a text with `code` in it: see both_with_code in markup.h.
Values with_code(const text::Bilingual& text);

// A sentence of the catalogue in both languages.
Values said(std::string_view id, const nlohmann::json& args = nlohmann::json::object());

// The template with its placeholders filled in; with `only`, in just that language. Throws std::logic_error for a placeholder that has no
// value and for a section that has no end.
std::string filled_template(std::string_view html, const Values& values = Values::object(), std::optional<text::Language> only = {});

// A page's beginning, its header open behind the switches of language and theme. Nothing is fetched, and no script runs but `js`, whatever
// a student's program printed. `skip`: the sentence of the link to #main.
Values page_head(const text::Bilingual& title, std::string_view skip, const PageFile& css, const PageFile& js, text::Language opens_in);

}  // namespace lab::report
