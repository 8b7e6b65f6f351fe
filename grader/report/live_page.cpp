// Generates the page of `lab watch --page`, which shows the newest report.
#include "report/live_page.h"

#include <fmt/core.h>

#include "report/page_files.h"
#include "report/page_template.h"

namespace lab::report {

std::string live_page(const text::Bilingual& title, const std::string& command, text::Language language) {
  return filled_template(live_html().text, {{"lang", code_of(language)},
                                            {"policy", ""},  // the server sends it
                                            {"title", title.in(language)},
                                            {"titles", in_both(title)},
                                            {"skip", said("page_skip")},
                                            {"styles", Values::array({as_html(page_css().text), as_html(live_css().text)})},
                                            {"command", command},
                                            {"step_words", as_html(filled_template(step_words_html().text))},
                                            {"page_js", as_html(page_js().text)},
                                            {"live_js", as_html(live_js().text)}});
}

std::string live_policy() {
  return fmt::format(
      "default-src 'none'; style-src '{}' '{}'; script-src '{}' '{}'; connect-src 'self'; base-uri 'none'; "
      "form-action 'none'; frame-ancestors 'none'",
      page_css().hash, live_css().hash, page_js().hash, live_js().hash);
}

}  // namespace lab::report
