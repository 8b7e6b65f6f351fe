// The style sheets, scripts and templates of the pages (page/), which the build puts into the program.
#pragma once

#include <string_view>

namespace lab::report {

struct PageFile {
  std::string_view text;
  std::string_view hash;  // as a Content-Security-Policy names it: "sha256-..."
};

PageFile head_html();  // of a page with switches of language and theme (page_template.h)
PageFile page_css();
PageFile page_js();
PageFile page_html();        // the report page (page_template.h)
PageFile legend_html();      // ... how to read a timeline
PageFile timeline_html();    // ... a run over time
PageFile step_html();        // ... a run, moment by moment
PageFile step_words_html();  // the words that its script writes
PageFile live_css();         // the page of `lab watch --page`, besides those of a report
PageFile live_js();          // ... what shows the newest report there
PageFile live_html();        // ... its template
PageFile figure_css();       // what a figure needs that stands alone
PageFile handout_css();      // a handout's page, figures included
PageFile handout_js();       // ... its contents, copy buttons and link to the other language
PageFile handout_html();     // ... and its template (page_template.h)
PageFile overview_css();     // the pages of a class, figures included
PageFile overview_js();
PageFile overview_html();  // ... and their templates (page_template.h)
PageFile mistakes_html();

}  // namespace lab::report
