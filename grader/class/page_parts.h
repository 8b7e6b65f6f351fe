// What the pages of a class have in common.
#pragma once

#include <string>

#include "class/hand_in.h"
#include "report/page_template.h"
#include "text/text.h"

namespace lab::classes {

// A page of the class: the template `html`, filled with `values` and with the beginning and the end that all of these pages share. `title`
// and `skip` (the link that skips the header) are ids of sentences.
std::string class_page(report::PageFile html, report::Values values, text::Language opens_in, const char* title, const char* skip);

// A student for a template: <a href="{{page}}">{{student}}</a>.
report::Values link_to(const HandIn& hand_in);

}  // namespace lab::classes
