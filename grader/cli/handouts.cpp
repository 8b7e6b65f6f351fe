// lab handouts, and its options --update and --check.
#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "cli/commands.h"
#include "cli/handout_pages.h"
#include "cli/handouts.h"
#include "cli/paragraph.h"
#include "cli/shared_options.h"
#include "cli/shown.h"
#include "handout/code.h"
#include "handout/findings.h"
#include "text/files.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using handout::Page;
using text::Language;
using text::Problem;
using text::sentence;

handout::LabFacts facts_of(const Kit& kit, const std::string& name) {
  handout::LabFacts facts;
  for (const rubric::Lab& lab : kit.labs) {
    if (lab.number != name) continue;
    facts.folder = lab.name;
    for (const std::string& program : lab.programs)
      facts.steps = std::max(facts.steps, handout::last_todo(text::read_text(kit.solutions_folder() / lab.name / (program + ".cpp"))));
    for (const rubric::Check& check : lab.checks) facts.checks.push_back({check.id, check.step});
  }
  return facts;
}

std::vector<Problem> findings_of(const Kit& kit, const std::vector<HandoutPage>& pages) {
  std::vector<std::string> known;
  for (const rubric::Lab& lab : kit.labs)
    for (const rubric::Check& check : lab.checks) known.push_back(check.id);
  std::vector<Problem> all;
  const auto take = [&](std::vector<Problem> more) { std::move(more.begin(), more.end(), std::back_inserter(all)); };
  for (const HandoutPage& one : pages) {
    take(handout::findings(one.page, facts_of(kit, one.name), known));
    try {
      cut::for_students(one.page.text, one.page.file);
    } catch (const Problem& problem) {
      all.push_back(problem);
    }
    const auto other = std::find_if(pages.begin(), pages.end(),
                                    [&](const HandoutPage& page) { return page.name == one.name && page.language != one.language; });
    if (other == pages.end()) {
      const std::string korean = one.is_front() ? "README.ko.md" : "handouts/" + one.name + ".ko.md";
      const std::string english = one.is_front() ? "README.md" : "handouts/" + one.name + ".en.md";
      const std::string& name = one.language == Language::kKorean ? english : korean;
      all.emplace_back("handout_one_language", nlohmann::json{{"file", one.page.file}, {"other", name}});
    } else if (one.language == Language::kKorean) {
      take(handout::differences(one.page, other->page));
    }
  }
  return all;
}

struct FileOfPage {
  fs::path path;
  std::string before, now;
};

// Returns the files of a figure that are out of date: its picture and, for a page of the site, the recording that it is drawn from.
std::vector<FileOfPage> stale_files(const Gallery& gallery, const Gallery::Wanted& wanted, const HandoutPage& page,
                                    const std::string& picture) {
  std::vector<FileOfPage> files;
  files.push_back({page.path.parent_path() / picture, "", gallery.figure(wanted, page.language)});
  if (wanted.shown.words.front() == "figure" && !page.is_front()) {
    fs::path recording = files.front().path;
    recording.replace_extension().replace_extension(".jsonl");  // NAME.en.svg
    std::string now = gallery.recording(wanted, text::read_text(recording));
    files.push_back({std::move(recording), "", std::move(now)});
  }
  for (FileOfPage& file : files) file.before = text::read_text(file.path);
  std::erase_if(files, [](const FileOfPage& file) { return file.before == file.now; });
  return files;
}

}  // namespace

int update_handouts(const Kit& kit, const HandoutOptions& options, const Reports& reports) {
  require_solutions(kit, options.only_check ? "handouts --check" : "handouts --update");
  const Language language = reports.language;
  std::vector<HandoutPage> pages = pages_of(kit.root / "handouts", options.names);
  if (options.names.empty())
    for (HandoutPage& page : front_pages(kit.root)) pages.push_back(std::move(page));
  std::vector<Gallery::Wanted> wanted;
  for (const HandoutPage& one : pages)
    for (handout::Shown& shown : handout::shown_in(one.page.text, one.page.file)) wanted.push_back({one.page.file, std::move(shown)});
  Gallery gallery(kit, options.jobs);
  gallery.prepare(wanted);

  bool good = true;
  const auto say = [&](const std::string& line) { print_paragraph(line); };
  for (const HandoutPage& one : pages) {
    const std::string page = handout::with_blocks(one.page.text, one.page.file, [&](const handout::Shown& shown) {
      const Gallery::Wanted wanted_one{one.page.file, shown};
      std::string content = gallery.content(wanted_one, one.language);
      if (shown.is_figure() && one.is_front()) content.insert(0, "handouts/");
      std::vector<FileOfPage> stale;
      if (shown.is_figure()) stale = stale_files(gallery, wanted_one, one, content);
      for (const FileOfPage& file : stale) {
        if (options.only_check) break;
        fs::create_directories(file.path.parent_path());
        const std::string name = text::generic_utf8(fs::relative(file.path, kit.root));
        text::write_file(file.path, file.now, name);
        say(sentence(language, "handout_written", {{"file", name}}));
      }
      if (options.only_check && (content != shown.content || !stale.empty())) {
        good = false;
        say(sentence(language, "handout_stale", {{"file", one.page.file}, {"line", shown.line}, {"what", shown.what}}));
        const std::string before = stale.empty() ? shown.content : stale.front().before;
        const auto [was, is] = handout::first_difference(before, stale.empty() ? content : stale.front().now);
        if (!before.empty()) say(sentence(language, "handout_stale_line", {{"was", was}, {"is", is}}));
      }
      return content;
    });
    if (page == one.page.text) {
      say(sentence(language, "handout_fresh", {{"file", one.page.file}}));
    } else if (!options.only_check) {
      text::write_file(one.path, page, one.page.file);
      say(sentence(language, "handout_written", {{"file", one.page.file}}));
    }
  }
  for (const Problem& problem : findings_of(kit, pages)) {
    good = false;
    say(problem.in(language));
  }
  return good ? 0 : 1;
}

Command handouts_command() {
  return {"handouts",
          {"convert the handouts to pages for a browser", "핸드아웃을 브라우저에서 읽을 페이지로 만듭니다"},
          [](Options& add) -> Command::Run {
            const auto options = std::make_shared<HandoutOptions>();
            add.option("NAME", options->names,
                       {"with --update or --check: handouts such as 05 or lan; default: all of them and the READMEs",
                        "--update나 --check를 적용할 핸드아웃(예: 05, lan). 기본값은 모든 핸드아웃과 README"});
            const Option out =
                add.option("--out", options->out,
                           {"the folder for the pages; default: build/handouts", "페이지를 저장할 폴더. 기본값은 build/handouts"});
            const Option update = add.flag("--update", options->update,
                                           {"instead, record what the handouts show and update them",
                                            "페이지를 만드는 대신, 핸드아웃에 표시할 내용을 다시 기록해 넣습니다"})
                                      .excludes(out);
            add.flag("--check", options->only_check,
                     {"instead, report what is out of date or wrong in them",
                      "페이지를 만드는 대신, 핸드아웃에서 최신이 아니거나 틀린 곳을 출력합니다"})
                .excludes(update)
                .excludes(out);
            add_jobs(add, options->jobs);
            return [options](const Kit& kit, const Reports& reports) {
              const bool pages = !options->update && !options->only_check;
              return pages ? handout_site(kit, *options, reports) : update_handouts(kit, *options, reports);
            };
          }};
}

}  // namespace lab::cli
