// The style sheets of the report page, the handouts and their figures, and the page's script (page/), which the build puts into the
// program.
#pragma once

#include <string_view>

namespace lab::report {

struct PageFile {
  std::string_view text;
  std::string_view hash;  // as a Content-Security-Policy names it: "sha256-..."
};

PageFile page_css();
PageFile page_js();
PageFile figure_css();   // what a figure needs that stands alone
PageFile handout_css();  // a handout's page, figures included

}  // namespace lab::report
