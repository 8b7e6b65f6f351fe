// A page that shows the mistakes in groups.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "class/mistakes.h"
#include "rubric/rubric.h"
#include "text/text.h"

namespace lab::classes {

// Draws the moment of a failure as HTML; "" if there is no moment. `name` is unique on the page, for ids in the picture.
using PictureOf = std::function<std::string(const Failure& failure, const std::string& name)>;

// One self-contained HTML file in both languages (`opens_in` first): each group with its count, its students (links to
// units/NAME/page.html), the sentence and one picture.
std::string mistakes_page(const std::vector<Mistake>& mistakes, const std::vector<rubric::Lab>& labs, const PictureOf& picture,
                          text::Language opens_in);

}  // namespace lab::classes
