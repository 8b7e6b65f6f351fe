// Updates what `lab watch --page` shows in browsers.
#include <fmt/core.h>

#include <filesystem>
#include <system_error>

#include "cli/host.h"
#include "cli/watch.h"
#include "report/live_page.h"
#include "text/files.h"
#include "text/path.h"

namespace lab::cli {

namespace fs = std::filesystem;
using nlohmann::json;
using text::Language;
using text::sentence;

void Watch::serve_page() {
  const auto title = [&](Language language) {
    return sentence(language, "page_title_of_lab", {{"lab", lab_.number}, {"title", lab_.title.in(language)}});
  };
  const std::string again = fmt::format("{} watch {} --page{}", kit_command(), lab_.number, reports_.options);
  page_ = std::make_unique<PageServer>(
      loop_, report::live_page({title(Language::kEnglish), title(Language::kKorean)}, again, reports_.language), report::live_policy());
}

void Watch::show_page(const json& what) {
  const int number = what.at("number");
  const fs::path file = text::path_of(what.at("file").get<std::string>());
  if (page_ && number > page_number_) {
    page_number_ = number;
    page_->show(text::read_text(file));
    if (!judging_) tell_page("live_checked", {{"time", clock_time()}}, false);
  }
  std::error_code error;
  fs::remove(file, error);
}

void Watch::tell_page(const char* id, const json& args, bool at_work) {
  if (page_)
    page_->tell({{"en", sentence(Language::kEnglish, id, args)}, {"ko", sentence(Language::kKorean, id, args)}, {"at_work", at_work}});
}

}  // namespace lab::cli
