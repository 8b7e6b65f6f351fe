// Parts of the page that are files (page/*.html) with places for what changes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "report/page_files.h"
#include "text/bilingual.h"
#include "text/text.h"

namespace lab::report {

// The template with {{say "ID"}} as that sentence of the catalogue, in both languages or in one, and {{NAME}} as values[NAME], which is
// HTML already. Throws std::logic_error for a place that nothing fills.
std::string filled_template(std::string_view html, const std::map<std::string, std::string>& values = {},
                            std::optional<text::Language> only = {});

// A page's beginning, its header open behind the switches of language and theme. Nothing is fetched, and no script runs but `js`, whatever
// a student's program printed. `title`: not HTML yet; `skip`: the sentence of the link to #main.
std::string page_head(const text::Bilingual& title, std::string_view skip, const PageFile& css, const PageFile& js,
                      text::Language opens_in);

}  // namespace lab::report
