// The style sheet and the script of the report page (page/), which the build puts into the program.
#pragma once

#include <string_view>

namespace lab::report {

struct PageFile {
  std::string_view text;
  std::string_view hash;  // as a Content-Security-Policy names it: "sha256-..."
};

PageFile page_css();
PageFile page_js();

}  // namespace lab::report
