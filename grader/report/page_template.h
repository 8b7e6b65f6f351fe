// Parts of the page that are files (page/*.html) with places for what changes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "report/page_files.h"
#include "text/text.h"

namespace lab::report {

// The template with {{say "ID"}} as that sentence of the catalogue, in both languages or in one, and {{NAME}} as values[NAME], which is
// HTML already. Throws std::logic_error for a place that nothing fills.
std::string filled_template(std::string_view html, const std::map<std::string, std::string>& values = {},
                            std::optional<text::Language> only = {});

// What the template of a page in both languages needs for its frame: lang, title, title_en, title_ko, css, css_hash, js, js_hash and the
// switches of language and theme. The titles are plain text.
std::map<std::string, std::string> frame_of_page(text::Language opens_in, const std::string& en, const std::string& ko, const PageFile& css,
                                                 const PageFile& js);

}  // namespace lab::report
