// Text for markup: escaped, and in both languages if they differ.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace lab::report {

// Turns any bytes into text that contains no markup: control characters and bidirectional formatting characters become visible, and & < > "
// ' become entities.
std::string escaped(std::string_view text);

// The same for an XML attribute in double quotes: newlines and tabs, which parsers would turn into blanks, also become entities, and ' is
// not escaped.
std::string escaped_attribute(std::string_view text);

// Both strings, each in an element, of which the page's language switch shows one; or just the string if both are the same. `tag`: "span",
// in SVG "tspan".
std::string both(std::string_view en, std::string_view ko, std::string_view tag = "span");

// The same for a sentence in which `exit` is code: it gets a <code> element, unless it is part of a quotation.
std::string both_with_code(std::string_view en, std::string_view ko);

// A sentence from the catalogue, escaped, in both languages.
std::string both_say(std::string_view id, const nlohmann::json& args = nlohmann::json::object());

}  // namespace lab::report
