// lab package: packs the kit for students and instructors.
#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <initializer_list>
#include <memory>
#include <set>
#include <system_error>

#include "cli/built_programs.h"
#include "cli/commands.h"
#include "cli/correct_runs.h"
#include "cli/handouts.h"
#include "cli/paragraph.h"
#include "cli/work_folder.h"
#include "compile/process.h"
#include "cut/cut.h"
#include "cut/student_kit.h"
#include "text/files.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using text::generic_utf8;
using text::Language;
using text::path_of;
using text::Problem;
using text::sentence;

constexpr const char* kManifest = "MANIFEST.txt";  // lists one file per line, for a kit outside git

// Sorted, without empty strings; a trailing carriage return is ignored.
std::set<std::string> split(const std::string& text, char end) {
  std::set<std::string> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t to = std::min(text.find(end, at), text.size());
    std::string part = text.substr(at, to - at);
    if (part.ends_with('\r')) part.pop_back();
    if (!part.empty()) parts.insert(std::move(part));
    at = to + 1;
  }
  return parts;
}

struct Tracked {
  std::set<std::string> files, changed, unknown;  // relative to the kit's folder, with / as separator
};

compile::Finished git(const Kit& kit, std::vector<std::string> arguments) {
  compile::Command command;
  command.argv = {"git", "-C", generic_utf8(kit.root)};
  command.argv.insert(command.argv.end(), arguments.begin(), arguments.end());
  return compile::run(command);
}

// The files that belong to the kit: those tracked by git if the kit is its own repository, otherwise those in MANIFEST.txt. Any other
// files, such as a student's work or a build, never get into a kit.
Tracked tracked_files(const Kit& kit) {
  Tracked tracked;
  std::string detail;
  if (fs::exists(kit.root / ".git")) {
    try {
      const compile::Finished list = git(kit, {"ls-files", "-z"});
      if (list.exit_status == 0) {
        tracked.files = split(list.out, '\0');
        tracked.changed = split(git(kit, {"diff", "--name-only", "-z", "HEAD"}).out, '\0');
        tracked.unknown = split(git(kit, {"ls-files", "-z", "--others", "--exclude-standard"}).out, '\0');
        return tracked;
      }
      detail = list.err;
    } catch (const std::runtime_error& error) {
      detail = error.what();
    }
  }
  if (detail.empty()) tracked.files = split(text::read_text(kit.root / kManifest), '\n');
  if (tracked.files.empty()) throw Problem("package_no_list", {{"detail", detail}});
  return tracked;
}

std::string listed(const std::set<std::string>& files, Language language) {
  constexpr std::size_t kMost = 8;
  std::string out;
  std::size_t count = 0;
  for (const std::string& file : files)
    if (count++ < kMost) out += (out.empty() ? "" : ", ") + file;
  return count <= kMost ? out : sentence(language, "package_and_more", {{"files", out}, {"more", count - kMost}});
}

// A kit's files: the source path of each, by its name in the kit.
using Layout = std::map<std::string, fs::path>;

Layout below(const Kit& kit, const std::set<std::string>& files, const std::string& folder, const std::string& ending = "") {
  Layout layout;
  for (const std::string& file : files)
    if (file.starts_with(folder) && file.ends_with(ending)) layout[file.substr(folder.size())] = kit.root / path_of(file);
  return layout;
}

Layout student_layout(const Kit& kit, const std::set<std::string>& files, const cut::StudentFiles& chosen) {
  Layout layout = below(kit, files, "kits/student/");
  for (const std::string& file : files)
    if (chosen.of(file) == cut::StudentFiles::Answer::kIn) layout[file] = kit.root / path_of(file);
  for (const auto& [name, file] : below(kit, files, "labs/", ".cpp")) layout["stubs/" + name] = file;  // for `lab reset`
  return layout;
}

// The files from the student kit that are useful without building the grader.
Layout windows_layout(const Kit& kit, const std::set<std::string>& files, const Layout& student) {
  static const std::set<std::string> kTaken{"LICENSE",        "lab.cmd",          ".vsconfig",        ".gitignore",
                                            "launch.vs.json", "cmake/lab.ko.txt", "cmake/labs.cmake", "cmake/student_programs.cmake"};
  Layout layout = below(kit, files, "kits/windows/");
  for (const auto& [name, file] : student)
    if (kTaken.contains(name) || name.starts_with("labs/") || name.starts_with("stubs/")) layout[name] = file;
  return layout;
}

Layout repository_layout(const Kit& kit, const std::set<std::string>& files) {
  Layout layout = below(kit, files, "kits/repository/");
  for (const auto& [name, file] : below(kit, files, "labs/", ".cpp")) layout["labs/" + name] = file;
  return layout;
}

// Returns a file as students receive it: a page without the sections that are not for them.
std::string text_for_students(const Kit& kit, const fs::path& file) {
  std::string text = text::read_text(file);
  return file.extension() == ".md" ? cut::for_students(text, generic_utf8(fs::relative(file, kit.root))) : text;
}

// The pages that are different in a kit for students, by name.
std::map<std::string, std::string> cut_pages(const Kit& kit, const Layout& layout) {
  std::map<std::string, std::string> pages;
  for (const auto& [name, file] : layout) {
    if (file.extension() != ".md") continue;
    std::string page = text_for_students(kit, file);
    if (page != text::read_text(file)) pages[name] = std::move(page);
  }
  return pages;
}

// What an autograder needs in addition to its scripts at the top level: the grader's files, and the stubs to test it with.
Layout gradescope_layout(const Kit& kit, const std::set<std::string>& files, const Layout& student) {
  Layout layout = below(kit, files, "kits/gradescope/");
  for (const auto& [name, file] : student)
    if (name == "LICENSE" || name.starts_with("labs/") || name.starts_with("grader/compile/student/") || name == "grader/compile/wine")
      layout["kit/" + name] = file;
  return layout;
}

// The reasons, as sentences, why a kit must not be given to students.
std::vector<Problem> findings(const Kit& kit, const Tracked& tracked, const cut::StudentFiles& chosen,
                              std::initializer_list<const Layout*> for_students) {
  std::vector<Problem> found;
  for (const std::string& file : tracked.files) {
    if (!fs::is_regular_file(kit.root / path_of(file))) found.emplace_back("package_missing", nlohmann::json{{"file", file}});
    if (chosen.of(file) == cut::StudentFiles::Answer::kUndecided) found.emplace_back("package_undecided", nlohmann::json{{"file", file}});
  }
  for (const cut::Stub& stub : cut::look_at_stubs(kit.root))
    if (stub.state != cut::State::kFresh) found.emplace_back("package_no_stub", nlohmann::json{{"file", generic_utf8(stub.file)}});
  const cut::Secrets secrets(kit.root);
  std::set<fs::path> searched;
  for (const Layout* layout : for_students)
    for (const auto& [name, file] : *layout) {
      if (!searched.insert(file).second) continue;
      std::vector<cut::Leak> leaks;
      try {
        leaks = secrets.in(text_for_students(kit, file));
      } catch (const Problem& problem) {
        found.push_back(problem);
      }
      if (leaks.empty()) continue;
      const cut::Leak& worst = leaks.front();
      const std::string where = generic_utf8(fs::relative(file, kit.root));
      if (worst.from.empty())
        found.emplace_back("package_no_text", nlohmann::json{{"file", where}});
      else
        found.emplace_back("package_leak",
                           nlohmann::json{{"file", where}, {"lines", worst.lines}, {"from", worst.from}, {"text", worst.line}});
    }
  return found;
}

class Packer {
 public:
  Packer(const Kit& kit, fs::path out, Language language) : kit_(kit), out_(std::move(out)), language_(language) {
    std::error_code error;
    fs::create_directories(out_, error);
  }

  // Copies the files; `texts` are generated files, and files whose contents are changed.
  void lay_out(const std::string& name, const Layout& layout, const std::map<std::string, std::string>& texts) const {
    for (const auto& [file, from] : layout) {
      const fs::path to = stage(name) / path_of(file);
      fs::create_directories(to.parent_path());
      fs::copy_file(from, to);
      fs::last_write_time(to, fs::last_write_time(from));  // so that the same kit produces the same archive
    }
    for (const auto& [file, text] : texts) {
      const fs::path to = stage(name) / path_of(file);
      std::error_code error;  // if this fails, writing reports it
      fs::create_directories(to.parent_path(), error);
      text::write_file(to, text);
      if (const auto from = layout.find(file); from != layout.end()) fs::last_write_time(to, fs::last_write_time(from->second));
    }
  }

  void pack(const std::string& name) const {
    const std::string archive = fmt::format("win-ipc-lab-{}-{}", LAB_VERSION, name);
    const fs::path made = work_.path() / "made";
    compile::Command command;
    command.argv = {"cpack", "--config", generic_utf8(kit_.root / "cmake" / "package.cmake"), "-B", generic_utf8(made)};
    command.environment = {{"LAB_KIT", name}, {"LAB_STAGE", generic_utf8(stage(name))}, {"LAB_KIT_VERSION", LAB_VERSION}};
    std::string detail;
    try {
      const compile::Finished finished = compile::run(command);
      if (finished.exit_status != 0) detail = finished.out + finished.err;
    } catch (const std::runtime_error& error) {
      detail = error.what();
    }
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(stage(name))) files += entry.is_regular_file() ? 1 : 0;
    for (const char* ending : {".zip", ".tar.gz"}) {
      if (!fs::exists(made / (archive + ending))) throw Problem("package_failed", {{"kit", name}, {"detail", detail}});
      for (const std::string& file : {archive + ending, archive + ending + ".sha256"})
        fs::copy_file(made / file, out_ / file, fs::copy_options::overwrite_existing);
      tell(out_ / (archive + ending), files);
    }
  }

  // Like pack(), but writes only a .zip, whose bytes depend only on its contents.
  void pack_the_same(const std::string& name) const {
    const std::string top = fmt::format("win-ipc-lab-{}-{}", LAB_VERSION, name);
    tell(out_ / (top + ".zip"), zip_the_same(stage(name), top, out_ / (top + ".zip")));
  }

  // ... and without a top-level folder.
  void pack_flat(const std::string& name, const std::set<std::string>& programs) const {
    const fs::path zip = out_ / fmt::format("win-ipc-lab-{}-{}.zip", LAB_VERSION, name);
    tell(zip, zip_the_same(stage(name), "", zip, programs));
  }

  // The hash of a packed archive: 64 digits.
  std::string sha256(const std::string& archive) const { return text::read_text(out_ / (archive + ".sha256")).substr(0, 64); }

 private:
  void tell(const fs::path& archive, std::size_t files) const {
    print_paragraph(sentence(language_, "package_written", {{"file", generic_utf8(archive)}, {"files", files}}));
  }
  fs::path stage(const std::string& name) const { return work_.path() / name; }

  const Kit& kit_;
  fs::path out_;
  Language language_;
  WorkFolder work_;
};

std::string with(std::string text, const std::string& placeholder, const std::string& value) {
  for (std::size_t at; (at = text.find(placeholder)) != std::string::npos;) text.replace(at, placeholder.size(), value);
  return text;
}

// Packs the kits that can be built after unpacking. The student kit also contains the built grader, if it can be packed here.
void pack_sources(const Kit& kit, const Tracked& tracked, Layout student, const Layout& repository,
                  const std::map<std::string, std::string>& correct, const Packer& packer) {
  std::map<std::string, std::string> student_texts = cut_pages(kit, student);
  student_texts.insert(correct.begin(), correct.end());
  student.merge(linux_programs(kit));
  packer.lay_out("student", student, student_texts);
  packer.pack("student");

  const std::string archive = fmt::format("win-ipc-lab-{}-student.zip", LAB_VERSION);
  std::map<std::string, std::string> texts = cut_pages(kit, repository);
  for (const auto& [name, file] : repository)
    if (const std::string text = text_for_students(kit, file); text.find("@KIT_") != std::string::npos)
      texts[name] = with(with(text, "@KIT_FILE@", archive), "@KIT_SHA256@", packer.sha256(archive));
  packer.lay_out("repository", repository, texts);
  packer.pack("repository");

  std::string manifest;
  for (const std::string& file : tracked.files) manifest += file + "\n";
  packer.lay_out("instructor", below(kit, tracked.files, ""), {{kManifest, manifest}});
  packer.pack("instructor");
}

// Handouts that students do not receive have no pages in this kit either.
void pack_windows(const Kit& kit, Layout layout, const cut::StudentFiles& chosen, std::map<std::string, std::string> texts,
                  const Packer& packer) {
  texts.merge(cut_pages(kit, layout));
  layout.merge(windows_programs(kit));
  for (handout::SiteFile& page : site_files(kit.root / "handouts", &chosen)) texts["handouts/" + page.name] = std::move(page.html);
  packer.lay_out("windows-x64", layout, texts);
  packer.pack_the_same("windows-x64");
}

// Packs the files that Gradescope unpacks into /autograder/source. They contain no solutions.
void pack_gradescope(const Kit& kit, Layout layout, const std::vector<std::string>& labs, Language language, const Packer& packer) {
  for (auto& [name, file] : linux_programs(kit)) layout["kit/" + name] = file;
  if (!layout.contains("kit/bin/grader")) throw Problem("package_no_programs");
  std::string name = "gradescope", numbers;
  for (const rubric::Lab* lab : kit.chosen(labs)) {
    name += "-" + lab->number;
    numbers += (numbers.empty() ? "" : " ") + lab->number;
  }
  packer.lay_out(name, layout, {{"settings.sh", fmt::format("labs=({})\nlanguage={}\n", numbers, code_of(language))}});
  packer.pack_flat(name, {"setup.sh", "run_autograder", "kit/bin/grader", "kit/grader/compile/wine"});
}

struct PackageOptions {
  fs::path out;                         // empty: build/packages
  bool no_compare = false;              // omit the recordings of correct programs
  std::string only;                     // "sources", "windows"; empty: both
  std::vector<std::string> gradescope;  // pack only an autograder, for these labs
};

// Writes the kits, or reports why it cannot.
int package(const Kit& kit, const PackageOptions& options, const Reports& reports) {
  require_solutions(kit, "package");
  const auto say = [&](const char* id, const nlohmann::json& args = nlohmann::json::object()) {
    print_paragraph(sentence(reports.language, id, args));
    std::fflush(stdout);
  };
  const Tracked tracked = tracked_files(kit);
  if (!tracked.changed.empty()) say("package_changed", {{"files", listed(tracked.changed, reports.language)}});
  if (!tracked.unknown.empty()) say("package_unknown", {{"files", listed(tracked.unknown, reports.language)}});
  const cut::StudentFiles chosen(text::read_text(kit.root / "kits" / "student.txt"));
  const Layout student = student_layout(kit, tracked.files, chosen), repository = repository_layout(kit, tracked.files);
  const Layout windows = windows_layout(kit, tracked.files, student);
  const Layout gradescope = gradescope_layout(kit, tracked.files, student);
  const std::vector<Problem> found = findings(kit, tracked, chosen, {&student, &repository, &windows, &gradescope});
  for (const Problem& problem : found) print_paragraph(problem.in(reports.language));
  if (!found.empty()) {
    say("package_refused");
    return 1;
  }

  const Packer packer(kit, options.out.empty() ? kit.root / "build" / "packages" : fs::absolute(options.out), reports.language);
  if (!options.gradescope.empty()) {
    pack_gradescope(kit, gradescope, options.gradescope, reports.language, packer);
    return 0;
  }
  if (!options.no_compare) record_correct_runs(kit, kit.chosen({}), reports.language);
  const auto correct = options.no_compare ? std::map<std::string, std::string>{} : correct_run_files(kit, reports.language);
  if (options.only != "windows") pack_sources(kit, tracked, student, repository, correct, packer);
  if (options.only != "sources") {
    say("package_windows_building", {{"folder", generic_utf8(kit.root / "build" / "windows-kit")}});
    pack_windows(kit, windows, chosen, correct, packer);
  }
  return 0;
}

}  // namespace

Command package_command() {
  return {"package",
          {"write the kits for students and instructors as archives", "학생용 키트와 강사용 키트를 압축 파일로 만듭니다"},
          [](Options& add) -> Command::Run {
            const auto options = std::make_shared<PackageOptions>();
            add.option("--out", options->out,
                       {"the folder for the archives; default: build/packages", "압축 파일을 저장할 폴더. 기본값은 build/packages"});
            add.flag("--no-compare", options->no_compare,
                     {"leave out the recordings of correct programs that the report page compares with",
                      "보고서 페이지에서 비교에 쓰는, 올바른 프로그램의 실행 기록을 넣지 않습니다"});
            const Option only = add.option("--only", options->only,
                                           {"windows: the kit with programs built for Windows; sources: the other kits; default: all",
                                            "windows: 윈도우용 프로그램을 빌드해서 넣은 키트. sources: 나머지 키트. 기본값은 모두"})
                                    .one_of({"sources", "windows"});
            add.option("--gradescope", options->gradescope,
                       {"write only an autograder for Gradescope that grades these labs",
                        "키트 대신 이 실습들을 채점하는 Gradescope용 자동 채점기만 만듭니다"})
                .excludes(only);
            return [options](const Kit& kit, const Reports& reports) { return package(kit, *options, reports); };
          }};
}

}  // namespace lab::cli
