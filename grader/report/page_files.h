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
PageFile page_html();              // the report page
PageFile run_html();               // ... a run, moment by moment and over time
PageFile printed_html();           // ... for what a program or a compiler wrote
PageFile step_words_html();        // the words that its script writes
PageFile live_css();               // the page of `lab watch --page`, in addition to page_css
PageFile live_js();                // ... shows the newest report there
PageFile live_html();              // ... its template
PageFile figure_css();             // for a figure in a separate file
PageFile figure_svg();             // ... its template, also used by pages
PageFile handout_css();            // a handout's page, figures included
PageFile handout_js();             // ... its contents, copy buttons and link to the other language
PageFile handout_html();           // ... its template
PageFile handout_contents_html();  // ... the templates for parts of its text
PageFile handout_heading_html();
PageFile handout_code_html();
PageFile handout_table_html();
PageFile handout_figure_html();
PageFile overview_css();  // the pages of a class, figures included
PageFile overview_js();
PageFile overview_html();  // ... and their templates
PageFile mistakes_html();

}  // namespace lab::report
