// Parts of the page that are files (page/*.html, page/*.svg) with placeholders for what changes:
//   {{NAME}}                the value; text is escaped, text in two languages becomes both or only the requested one, and as_html(...)
//                           stays as it is
//   {{say "ID"}}            this sentence from the catalogue, with its {placeholders} filled in from the innermost section
//   {{#NAME}}...{{/NAME}}   a section: repeated for each value of a list; otherwise, written once if the value is not empty
//   {{^NAME}}...{{/NAME}}   written once if {{#NAME}} would be left out
// Except for {{say}}, these are Mustache's. A name is looked up from the innermost section outwards; {{.}} is the section's own value. A
// section's tag that is alone on its line leaves no empty line.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "report/page_files.h"
#include "text/bilingual.h"
#include "text/text.h"

namespace lab::report {

// The values for a template: an object that contains strings, numbers, booleans, lists, objects, and what the functions below return.
using Values = nlohmann::json;

// The only kind of value that is not escaped. JSON that is read from a file cannot contain one.
Values as_html(std::string_view html);

// Text in both languages.
Values in_both(std::string_view en, std::string_view ko);
Values in_both(const text::Bilingual& text);

// The same for text with `code` in it; see both_with_code in markup.h.
Values with_code(const text::Bilingual& text);

// A sentence from the catalogue in both languages.
Values said(std::string_view id, const nlohmann::json& args = nlohmann::json::object());

// The template with its placeholders filled in; with `only`, in just that language. Throws std::logic_error for a placeholder that has no
// value and for a section that has no end.
std::string filled_template(std::string_view html, const Values& values = Values::object(), std::optional<text::Language> only = {});

// The beginning of a page, up to the language and theme switches, with the header still open. The page fetches nothing and runs no script
// except `js`, whatever a student's program printed. `skip`: the id of the sentence for the link to #main.
Values page_head(const text::Bilingual& title, std::string_view skip, const PageFile& css, const PageFile& js, text::Language opens_in);

}  // namespace lab::report
