// The style sheets of the report page, the handouts and their figures, the page's scripts and the templates of its parts (page/), which the
// build puts into the program.
#pragma once

#include <string_view>

namespace lab::report {

struct PageFile {
  std::string_view text;
  std::string_view hash;  // as a Content-Security-Policy names it: "sha256-..."
};

PageFile page_css();
PageFile page_js();
PageFile step_html();        // a run, moment by moment (page_template.h)
PageFile step_words_html();  // the words that its script writes
PageFile figure_css();       // what a figure needs that stands alone
PageFile handout_css();      // a handout's page, figures included

}  // namespace lab::report
