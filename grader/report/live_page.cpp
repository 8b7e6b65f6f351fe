// Generates the page of `lab watch --page`, which shows the newest report.
#include "report/live_page.h"

#include <fmt/core.h>

#include "report/markup.h"
#include "report/page_files.h"
#include "report/page_template.h"

namespace lab::report {

std::string live_page(const text::Bilingual& title, const std::string& command, text::Language language) {
  return filled_template(live_html().text, {{"lang", language == text::Language::kKorean ? "ko" : "en"},
                                            {"title", escaped(title.in(language))},
                                            {"title_en", escaped(title.en)},
                                            {"title_ko", escaped(title.ko)},
                                            {"command", escaped(command)},
                                            {"page_css", std::string(page_css().text)},
                                            {"live_css", std::string(live_css().text)},
                                            {"words", filled_template(step_words_html().text)},
                                            {"page_js", std::string(page_js().text)},
                                            {"live_js", std::string(live_js().text)}});
}

std::string live_policy() {
  return fmt::format(
      "default-src 'none'; style-src '{}' '{}'; script-src '{}' '{}'; connect-src 'self'; base-uri 'none'; "
      "form-action 'none'; frame-ancestors 'none'",
      page_css().hash, live_css().hash, page_js().hash, live_js().hash);
}

}  // namespace lab::report
