// Text for markup: escaped, and in both languages where they differ.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace lab::report {

// Any bytes as text that no markup can come out of: control characters and marks that turn the direction are in sight, & < > " ' are
// entities.
std::string escaped(std::string_view text);

// The same for an XML attribute in double quotes, in which readers would make blanks of line ends and tabs: these are entities as well,
// and ' stands for itself.
std::string escaped_attribute(std::string_view text);

// The two sides in elements that the page's switch shows by turns, or the text alone when both are the same. `tag`: "span", in SVG "tspan".
std::string both(std::string_view en, std::string_view ko, std::string_view tag = "span");

// The same for a sentence in which `exit` is code: that has a <code> element, unless it is part of a text in quotes.
std::string both_with_code(std::string_view en, std::string_view ko);

// A sentence of the catalogue, escaped, in both languages.
std::string both_say(std::string_view id, const nlohmann::json& args = nlohmann::json::object());

}  // namespace lab::report
