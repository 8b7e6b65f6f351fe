// lab handouts without --update and --check: writes the site.
#include <fmt/core.h>

#include "cli/handout_pages.h"
#include "cli/handouts.h"
#include "cli/paragraph.h"
#include "handout/site.h"
#include "text/files.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using text::Problem;
using text::utf8;

// The contents of the files in a folder with that ending, by their names prefixed with `before`; empty if the folder does not exist.
std::map<std::string, std::string> files_of(const fs::path& folder, const std::string& ending, const std::string& before) {
  std::map<std::string, std::string> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error))
    if (entry.path().extension() == ending) files[before + utf8(entry.path().filename())] = text::read_text(entry.path());
  return files;
}

}  // namespace

std::vector<handout::SiteFile> site_files(const fs::path& handouts, const cut::StudentFiles* students) {
  handout::SiteSource source;
  for (HandoutPage& page : pages_of(handouts, {})) {
    if (students && students->of(page.page.file) != cut::StudentFiles::Answer::kIn) continue;
    std::string text = students ? cut::for_students(page.page.text, page.page.file) : std::move(page.page.text);
    source.chapters.push_back({page.name, page.language, std::move(text)});
  }
  source.figures = files_of(handouts / "figures", ".svg", "figures/");
  for (const auto& [name, lines] : files_of(handouts / "figures", ".jsonl", ""))
    source.runs[name.substr(0, name.find('.'))] = trace::read(handouts / "figures" / text::path_of(name)).at(0);
  source.samples = files_of(handouts / "samples", ".cpp", "");
  return handout::site(source);
}

int handout_site(const Kit& kit, const HandoutOptions& options, const Reports& reports) {
  if (!options.names.empty()) throw Problem("handout_site_whole");
  const std::string index = reports.language == text::Language::kKorean ? "index.ko.html" : "index.html";
  const fs::path from = kit.root / "handouts", to = options.out.empty() ? kit.root / "build" / "handouts" : fs::absolute(options.out);
  if (options.out.empty() && fs::exists(from / index)) {
    print_paragraph(text::sentence(reports.language, "handout_site_there", {{"index", utf8(from / index)}}));
    return 0;
  }
  const std::vector<handout::SiteFile> files = site_files(from);

  std::error_code error;
  fs::create_directories(to, error);
  if (!fs::is_directory(to)) throw Problem("handout_site_no_folder", {{"folder", utf8(to)}, {"detail", error ? error.message() : ""}});
  for (const handout::SiteFile& file : files)
    if (fs::exists(to / file.name) && !handout::is_site_file(text::read_text(to / file.name)))
      throw Problem("handout_site_foreign", {{"file", utf8(to / file.name)}});
  for (const handout::SiteFile& file : files) text::write_file(to / file.name, file.html);
  print_paragraph(
      text::sentence(reports.language, "handout_site_made", {{"count", files.size()}, {"folder", utf8(to)}, {"index", utf8(to / index)}}));
  return 0;
}

}  // namespace lab::cli
