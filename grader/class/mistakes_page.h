// The groups of mistakes as a page.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "class/mistakes.h"
#include "rubric/rubric.h"
#include "text/text.h"

namespace lab::classes {

// HTML of the moment of a failure, "" where there is none; `name` is unique on the page.
using PictureOf = std::function<std::string(const Failure& failure, const std::string& name)>;

// One HTML file that loads nothing, in both languages (`opens_in` first): each group with its count, its students (links to
// units/NAME/page.html), the sentence and one picture.
std::string mistakes_page(const std::vector<Mistake>& mistakes, const std::vector<rubric::Lab>& labs, const PictureOf& picture,
                          text::Language opens_in);

}  // namespace lab::classes
