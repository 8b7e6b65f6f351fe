// Parts of the page that are files (page/*.html) with places for what changes.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace lab::report {

// The template with {{say "ID"}} as that sentence of the catalogue in both languages, and {{NAME}} as values[NAME], which is HTML already.
// Throws std::logic_error for a place that nothing fills.
std::string filled_template(std::string_view html, const std::map<std::string, std::string>& values = {});

}  // namespace lab::report
