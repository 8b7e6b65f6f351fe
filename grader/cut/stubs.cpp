// Determines which stubs are fresh, stale or edited, and writes those that may be written.
#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "cut/cut.h"
#include "text/files.h"
#include "text/hash.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::cut {
namespace {

using std::filesystem::path;
using text::generic_utf8;
using text::Problem;

std::string hash_of(const std::string& stub) { return fmt::format("{:016x}", text::hash(stub)); }

// solutions/stubs.txt: "HASH  NN_name/X.cpp", with one line for each stub that was ever written.
class Record {
 public:
  explicit Record(path file) : file_(std::move(file)) {
    std::istringstream in(with_lf(text::read_text(file_)));
    for (std::string hash, name; in >> hash >> name;) lines_.insert({name, hash});
  }

  bool has(const path& stub, const std::string& text) const { return lines_.count({generic_utf8(stub), hash_of(text)}) > 0; }

  void add(const path& stub, const std::string& text) { lines_.insert({generic_utf8(stub), hash_of(text)}); }

  void save() const {
    std::string text;
    for (const auto& [name, hash] : lines_) text += hash + "  " + name + "\n";
    if (with_lf(text::read_text(file_)) != text) text::write_file(file_, text);
  }

 private:
  path file_;
  std::set<std::pair<std::string, std::string>> lines_;
};

// The names NN_name/X.cpp of all .cpp files in a folder.
std::set<path> sources_of(const path& shelf) {
  std::set<path> found;
  std::error_code error;
  for (const auto& lab : std::filesystem::directory_iterator(shelf, error)) {
    if (!lab.is_directory()) continue;
    for (const auto& file : std::filesystem::directory_iterator(lab.path(), error))
      if (file.path().extension() == ".cpp") found.insert(lab.path().filename() / file.path().filename());
  }
  return found;
}

// The current stubs, by NN_name/X.cpp.
std::map<path, std::string> cut_all(const path& kit) {
  std::map<path, std::string> stubs;
  for (const path& name : sources_of(kit / "solutions")) {
    const auto solution = text::read_file(kit / "solutions" / name);
    if (!solution) throw Problem("cut_unreadable", {{"file", generic_utf8("solutions" / name)}});
    stubs[name] = stub_of(*solution, generic_utf8("solutions" / name));
  }
  if (stubs.empty()) throw Problem("cut_no_solutions", {{"folder", generic_utf8(kit / "solutions")}});
  return stubs;
}

State state_of(const path& file, const path& name, const std::string* fresh, const Record& record) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return State::kMissing;
  const auto text = text::read_file(file);
  if (!text) return State::kEdited;  // a file that cannot be read must not be overwritten
  const std::string here = with_lf(*text);
  if (fresh && here == *fresh) return State::kFresh;
  if (!record.has(name, here)) return State::kEdited;
  return fresh ? State::kStale : State::kOrphan;
}

std::vector<Stub> states(const path& kit, const std::map<path, std::string>& fresh, const Record& record) {
  std::set<path> names = sources_of(kit / "labs");
  for (const auto& [name, stub] : fresh) names.insert(name);
  std::vector<Stub> found;
  for (const path& name : names) {
    const auto its = fresh.find(name);
    const State state = state_of(kit / "labs" / name, name, its == fresh.end() ? nullptr : &its->second, record);
    // Ignores a student's own file that does not have the name of a solution.
    if (its != fresh.end() || state == State::kOrphan) found.push_back({"labs" / name, state});
  }
  return found;
}

}  // namespace

std::string with_lf(std::string text) {
  std::erase(text, '\r');
  return text;
}

std::vector<Stub> look_at_stubs(const path& kit) { return states(kit, cut_all(kit), Record(kit / "solutions" / "stubs.txt")); }

std::vector<Stub> write_stubs(const path& kit) {
  const auto fresh = cut_all(kit);
  Record record(kit / "solutions" / "stubs.txt");
  const auto before = states(kit, fresh, record);
  // Recorded before writing: a hash without its stub does no harm, but a stub without its hash would count as edited.
  const auto stood = [&](const path& name) {
    return std::find_if(before.begin(), before.end(), [&](const Stub& stub) { return stub.file == "labs" / name; })->state;
  };
  for (const auto& [name, stub] : fresh)
    if (stood(name) != State::kEdited) record.add(name, stub);
  record.save();
  for (const auto& [name, stub] : fresh)
    if (stood(name) == State::kMissing || stood(name) == State::kStale) {
      std::filesystem::create_directories(kit / "labs" / name.parent_path());
      text::write_file(kit / "labs" / name, stub);
    }
  return before;
}

std::optional<std::string> original_stub(const path& kit, const path& name) {
  if (const auto solution = text::read_file(kit / "solutions" / name)) return stub_of(*solution, generic_utf8("solutions" / name));
  return text::read_file(kit / "stubs" / name);
}

std::string describe(const Stub& stub, bool after_writing, text::Language language) {
  const nlohmann::json args = {{"file", generic_utf8(stub.file)}};
  switch (stub.state) {
    case State::kFresh:
      return text::sentence(language, "cut_fresh", args);
    case State::kMissing:
      return after_writing ? text::sentence(language, "cut_written", args) : text::sentence(language, "cut_missing", args);
    case State::kStale:
      return after_writing ? text::sentence(language, "cut_written", args) : text::sentence(language, "cut_stale", args);
    case State::kEdited:
      return text::sentence(language, "cut_edited", args);
    case State::kOrphan:
      return text::sentence(language, "cut_orphan", args);
  }
  return "";
}

}  // namespace lab::cut
