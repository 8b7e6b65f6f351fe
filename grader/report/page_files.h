// The style sheets, scripts and templates of the pages (page/), which the build embeds into the program.
#pragma once

#include <string_view>

namespace lab::report {

struct PageFile {
  std::string_view text;
  std::string_view hash;  // in the format of a Content-Security-Policy: "sha256-..."
};

PageFile head_html();  // of a page with the language and theme switches (page_template.h)
PageFile page_css();
PageFile page_js();
PageFile page_html();        // the report page (page_template.h)
PageFile legend_html();      // ... how to read a timeline
PageFile timeline_html();    // ... a timeline
PageFile step_html();        // ... a run shown one moment at a time
PageFile step_words_html();  // ... the texts that its script writes
PageFile live_css();         // the page of `lab watch --page`, in addition to the report's styles
PageFile live_js();          // ... shows the newest report there
PageFile live_html();        // ... its template
PageFile figure_css();       // the styles for a stand-alone figure
PageFile handout_css();      // a handout's page, including figures
PageFile handout_js();       // ... its table of contents, copy buttons and link to the other language
PageFile handout_html();     // ... and its template (page_template.h)
PageFile overview_css();     // the pages of a class, including figures
PageFile overview_js();
PageFile overview_html();  // ... and their templates (page_template.h)
PageFile mistakes_html();

}  // namespace lab::report
