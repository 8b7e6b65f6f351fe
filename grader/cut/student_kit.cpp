// Selects a student's files, and searches them for lines from solutions.
#include "cut/student_kit.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <sstream>

#include "cut/cut.h"
#include "text/files.h"
#include "text/problem.h"

namespace lab::cut {
namespace {

namespace fs = std::filesystem;

// Shorter lines occur in every program: "return 0;", "DWORD read = 0;". A single long line is proof; of the lines in between, three are
// needed.
constexpr std::size_t kShort = 16, kLong = 40, kEnough = 3;

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (!std::isspace(static_cast<unsigned char>(c))) out += c;
  return out;
}

std::string trimmed(std::string_view line) {
  const std::size_t from = line.find_first_not_of(" \t\r");
  return from == std::string_view::npos ? "" : std::string(line.substr(from, line.find_last_not_of(" \t\r") + 1 - from));
}

std::string code_of(std::string_view line) { return without_blanks(line.substr(0, line.find("//"))); }

std::vector<fs::path> sources_below(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error))
    if (entry.is_regular_file() && entry.path().extension() == ".cpp") found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

// Whether `name` matches `file`, or a folder that contains it. A * in it matches any characters.
bool fits(std::string_view name, std::string_view file) {
  if (name.empty()) return file.empty();
  if (name == "/") return file.starts_with('/');
  if (name[0] == '*') {
    for (std::size_t at = 0; at <= file.size(); ++at)
      if (fits(name.substr(1), file.substr(at))) return true;
    return false;
  }
  return !file.empty() && name[0] == file[0] && fits(name.substr(1), file.substr(1));
}

}  // namespace

StudentFiles::StudentFiles(std::string_view text) {
  std::istringstream lines{std::string(text)};
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    line.erase(line.find_last_not_of(" \t\r") + 1);
    if (line.empty() || line[0] == '#') continue;
    if (line.size() < 3 || (line[0] != '+' && line[0] != '-') || line[1] != ' ')
      throw text::Problem("student_files_unreadable", {{"line", number}, {"text", line}});
    names_.emplace_back(line.substr(2), line[0] == '+');
  }
}

StudentFiles::Answer StudentFiles::of(std::string_view file) const {
  const std::pair<std::string, bool>* decides = nullptr;
  for (const auto& name : names_)
    if (fits(name.first, file))
      if (!decides || name.first.size() > decides->first.size()) decides = &name;
  if (!decides) return Answer::kUndecided;
  return decides->second ? Answer::kIn : Answer::kOut;
}

std::string for_students(std::string_view page, const std::string& file) {
  std::string out;
  int number = 0, start = 0;  // the line where the section starts; 0 outside sections
  bool cut = false;
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t end = std::min(page.find('\n', at), page.size() - 1) + 1;
    const std::string_view line = page.substr(at, end - at);
    const std::string words = trimmed(line.substr(0, line.find('\n')));
    ++number;
    at = end;
    if (words == "<!-- not for students -->") {
      if (start > 0) throw text::Problem("student_section_open", {{"file", file}, {"line", start}});
      start = number;
    } else if (words == "<!-- end -->") {
      if (start == 0) throw text::Problem("student_section_end", {{"file", file}, {"line", number}});
      start = 0;
      cut = true;
    } else if (start == 0) {
      out += line;
    }
  }
  if (start > 0) throw text::Problem("student_section_open", {{"file", file}, {"line", start}});
  while (cut && out.ends_with("\n\n")) out.pop_back();
  return out;
}

Secrets::Secrets(const fs::path& kit) {
  std::string stubs;
  std::vector<fs::path> sources = sources_below(kit / "solutions");
  for (const fs::path& source : sources) stubs += without_blanks(stub_of(text::read_text(source), source.string()));
  for (const char* folder : {"labs", "tests"})  // each lab's known-wrong and also-right programs, and the hostile ones
    for (fs::path& source : sources_below(kit / "grader" / folder))
      if (source.generic_string().find("/programs/") != std::string::npos) sources.push_back(std::move(source));
  for (const fs::path& source : sources) {
    programs_.push_back(fs::relative(source, kit).generic_string());
    std::istringstream lines(text::read_text(source));
    for (std::string line; std::getline(lines, line);) {
      const std::string code = code_of(line);
      if (code.size() < kShort || code.starts_with("#include") || stubs.find(code) != std::string::npos) continue;
      Known& known = known_[code];
      if (known.owners.empty()) known.written = trimmed(line);
      if (known.owners.empty() || known.owners.back() != programs_.size() - 1) known.owners.push_back(programs_.size() - 1);
    }
  }
  for (const auto& [line, known] : known_) beginnings_[std::string_view(line).substr(0, kShort)].push_back(line);
}

std::vector<Leak> Secrets::in(std::string_view text) const {
  if (text.find('\0') != std::string_view::npos) return {{"", "", 0}};
  const std::string all = without_blanks(text);
  std::set<std::string_view> seen;
  for (std::size_t at = 0; at + kShort <= all.size(); ++at) {
    const std::string_view rest = std::string_view(all).substr(at);
    const auto lines = beginnings_.find(rest.substr(0, kShort));
    if (lines == beginnings_.end()) continue;
    for (const std::string_view line : lines->second)
      if (rest.starts_with(line)) seen.insert(line);
  }
  std::map<std::size_t, Leak> by_program;
  std::map<std::size_t, std::size_t> longest;
  for (const std::string_view line : seen) {
    const Known& known = known_.at(std::string(line));
    for (const std::size_t program : known.owners) {
      Leak& leak = by_program[program];
      leak.from = programs_[program];
      leak.lines += 1;
      if (line.size() <= longest[program]) continue;
      longest[program] = line.size();
      leak.line = known.written;
    }
  }
  std::vector<Leak> leaks;
  for (auto& [program, leak] : by_program)
    if (leak.lines >= kEnough || longest[program] >= kLong) leaks.push_back(std::move(leak));
  std::stable_sort(leaks.begin(), leaks.end(), [](const Leak& a, const Leak& b) { return a.lines > b.lines; });
  return leaks;
}

}  // namespace lab::cut
