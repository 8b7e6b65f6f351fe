// Groups the entries of a download by student.
#include "class/hand_ins.h"

#include <algorithm>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <tuple>

#include "class/archive.h"
#include "class/names.h"
#include "class/platforms.h"
#include "text/files.h"
#include "text/path.h"
#include "text/problem.h"
#include "text/utf8.h"

namespace lab::classes {
namespace {

namespace fs = std::filesystem;
using text::utf8;

struct Entry {
  fs::path path;
  std::string name;  // UTF-8, NFC
  bool folder = false;
  bool archive = false;
};

// A student's file, folder or archive.
struct Piece {
  Entry entry;
  PlatformName says;
  std::string instead_of;  // pieces with the same value here are submissions of the same work, of which only one counts
};

PlatformName called(const std::string& platform, const std::string& student, const std::string& id) {
  PlatformName name;
  name.platform = platform;
  name.student = student;
  name.id = id;
  return name;
}

// Grouped by the key that distinguishes students.
using Students = std::map<std::string, std::vector<Piece>>;

class Finder {
 public:
  Finder(const fs::path& folder, Attempt attempt, std::vector<Finding>& passed_over)
      : folder_(folder), attempt_(attempt), passed_over_(passed_over) {}

  std::vector<HandIn> find() {
    list();
    read_tables();
    take_named_by_platforms();
    take_repositories();
    take_the_rest();
    std::vector<HandIn> found;
    for (auto& [key, pieces] : students_) found.push_back(hand_in_of(std::move(pieces)));
    std::sort(found.begin(), found.end(),
              [](const HandIn& a, const HandIn& b) { return std::tie(a.student, a.id) < std::tie(b.student, b.id); });
    make_unique(found);
    return found;
  }

 private:
  void list() {
    std::error_code error;
    for (auto entry = fs::directory_iterator(folder_, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
      const std::string name = decoded_name(utf8(entry->path().filename()));
      const fs::file_status status = entry->symlink_status(error);
      const bool folder = fs::is_directory(status);
      if (is_needless_folder(name) || (!folder && is_needless_file(name))) continue;
      if (fs::is_symlink(status))
        add_finding(passed_over_, "class_link", shown_name(name));
      else if (!folder && !fs::is_regular_file(status))
        add_finding(passed_over_, "class_special", shown_name(name));
      else
        entries_.push_back({entry->path(), name, folder, !folder && is_archive_name(name)});
    }
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.path < b.path; });
  }

  // Reads the file and removes it from the list; returns "" if it does not exist.
  std::string read_table(const std::string& name) {
    const auto entry = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& one) { return !one.folder && one.name == name; });
    if (entry == entries_.end()) return "";
    std::string text = text::read_text(entry->path);
    entries_.erase(entry);
    return text;
  }

  void read_tables() {
    const std::map<std::string, Listed> all = read_gradescope(read_table("submission_metadata.yml"));
    std::erase_if(entries_, [&](const Entry& entry) {
      const auto listed = all.find(entry.name);
      if (listed == all.end()) return false;
      const std::string number = entry.name.substr(entry.name.find('_') + 1);
      const std::string id = listed->second.id.empty() ? number : listed->second.id;
      students_["gradescope " + entry.name].push_back({entry, called("gradescope", listed->second.student, id), ""});
      return true;
    });
    scores_ = read_classroom50(read_table("scores.csv"));
    std::erase_if(entries_, [](const Entry& entry) { return !entry.folder && text::lower(entry.name).ends_with(".csv"); });
  }

  void take_named_by_platforms() {
    std::vector<PlatformName> names;
    for (const Entry& entry : entries_)
      if (const auto says = entry.folder ? std::nullopt : platform_name(entry.name); says && says->platform == "canvas")
        names.push_back(*says);
    const bool canvas = are_of_canvas(names);
    std::erase_if(entries_, [&](const Entry& entry) {
      const auto says = platform_name(entry.name);
      if (!says || (says->platform == "canvas" && (entry.folder || !canvas))) return false;
      students_[says->platform + " " + says->id + " " + says->student].push_back({entry, *says, own_file_name(says->platform, entry.name)});
      return true;
    });
  }

  // Takes clones, and archives of repositories made by GitHub.
  void take_repositories() {
    std::vector<std::string> names;
    bool of_github = !scores_.empty(), of_classroom50 = !scores_.empty();
    for (const Entry& entry : entries_) {
      if (!entry.folder && !entry.archive) continue;
      bool appended = false;
      names.push_back(repository_of(entry, appended));
      std::error_code error;
      of_classroom50 = of_classroom50 || fs::exists(entry.path / ".classroom50.yml", error);
      of_github = of_github || of_classroom50 || appended || fs::exists(entry.path / ".git", error);
    }
    if (!of_github) return;
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    const std::string prefix = assignment_prefix(names, decoded_name(utf8(fs::absolute(folder_).lexically_normal().filename())));
    std::erase_if(entries_, [&](const Entry& entry) {
      if (!entry.folder && !entry.archive) return false;
      bool appended = false;
      const std::string login = repository_of(entry, appended).substr(prefix.size());
      PlatformName says = called(of_classroom50 ? "classroom50" : "github", login, login);
      says.version = copy_of(without_archive_ending(entry.name)).second;
      if (const auto listed = scores_.find(text::lower(login)); listed != scores_.end()) {
        if (!listed->second.student.empty()) says.student = listed->second.student;
        says.late = listed->second.late;
      }
      students_["github " + text::lower(login)].push_back({entry, says, ""});
      return true;
    });
  }

  void take_the_rest() {
    for (const Entry& entry : entries_) {
      if (!entry.folder && !entry.archive) {
        add_finding(passed_over_, "class_loose_file", shown_name(entry.name));
        continue;
      }
      const auto [name, version] = copy_of(entry.folder ? entry.name : without_archive_ending(entry.name));
      PlatformName says = called("", name, name);
      says.version = version;
      students_[" " + name].push_back({entry, says, ""});
    }
  }

  static std::string repository_of(const Entry& entry, bool& appended) {
    if (entry.folder) return repository_name(copy_of(entry.name).first, appended);
    return repository_name(copy_of(without_archive_ending(entry.name)).first, appended);
  }

  // "kim (2)" -> "kim", 2: the name that browsers and systems give to the second file with the same name.
  static std::pair<std::string, int> copy_of(const std::string& name) {
    static const std::regex kCopy(R"(([\s\S]+?) ?\(([1-9][0-9]?)\))");
    std::smatch match;
    if (!std::regex_match(name, match, kCopy)) return {name, 0};
    return {match[1].str(), std::stoi(match[2].str())};
  }

  // From the first submission to the last.
  static void sort_by_time(std::vector<Piece>& pieces) {
    const auto time = [](const Piece& piece) {
      std::error_code error;
      return fs::last_write_time(piece.entry.path, error);
    };
    std::sort(pieces.begin(), pieces.end(), [&](const Piece& a, const Piece& b) {
      return std::tuple(a.says.order, a.says.version, time(a), a.entry.path) <
             std::tuple(b.says.order, b.says.version, time(b), b.entry.path);
    });
  }

  std::size_t counting(const std::vector<Piece>& sorted) const {
    if (attempt_ == Attempt::kFirst) return 0;
    if (attempt_ == Attempt::kOnTime)
      for (std::size_t i = sorted.size(); i-- > 0;)
        if (!sorted[i].says.late) return i;
    return sorted.size() - 1;
  }

  // Archives whose names differ only in the number may be for different labs, unless one of them has no number.
  static void keep_numbered_archives_apart(std::vector<Piece>& pieces) {
    for (Piece& piece : pieces) {
      if (piece.says.version == 0 || !piece.entry.archive) continue;
      const bool resubmitted = std::any_of(pieces.begin(), pieces.end(), [&](const Piece& other) {
        return other.says.version == 0 && other.instead_of == piece.instead_of;
      });
      if (!resubmitted) piece.instead_of = piece.says.file;
    }
  }

  HandIn hand_in_of(std::vector<Piece> pieces) const {
    keep_numbered_archives_apart(pieces);
    std::map<std::string, std::vector<Piece>> alternatives;
    for (Piece& piece : pieces) alternatives[piece.instead_of].push_back(std::move(piece));
    HandIn hand_in;
    bool all_late = false;  // although a submission on time was requested
    for (auto& [name, submissions] : alternatives) {
      sort_by_time(submissions);
      const std::size_t counts = counting(submissions);
      const Piece& piece = submissions[counts];
      all_late = all_late || (attempt_ == Attempt::kOnTime && piece.says.late);
      hand_in.platform = piece.says.platform;
      hand_in.id = shown_name(piece.says.id);
      hand_in.student = shown_name(piece.says.student.empty() ? piece.says.id : piece.says.student);
      hand_in.given_as = piece.entry.archive && piece.says.file.empty() ? without_archive_ending(given(piece)) : given(piece);
      hand_in.late = hand_in.late || piece.says.late;
      const int before =
          piece.says.platform == "canvas" ? std::max(piece.says.version, static_cast<int>(counts)) : static_cast<int>(counts);
      hand_in.attempt = std::max(hand_in.attempt, before + 1);
      hand_in.from.push_back(piece.entry.path);
      for (std::size_t i = 0; i < submissions.size(); ++i)
        if (i != counts) add_finding(hand_in.findings, "class_does_not_count", shown_name(submissions[i].entry.name));
    }
    if (all_late) hand_in.findings.push_back({"class_all_late", {}});
    return hand_in;
  }

  // No platform creates names with control characters, and in a table they would break a line.
  static std::string given(const Piece& piece) {
    const std::string name = utf8(piece.entry.path.filename());
    const bool plain = std::none_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
    return plain ? name : shown_name(name);
  }

  // Two people may have the same name, and an instructor's own list may contain a number twice.
  static void make_unique(std::vector<HandIn>& found) {
    std::set<std::string> taken;
    for (HandIn& hand_in : found) {
      const std::string id = hand_in.id;
      for (int number = 2; !taken.insert(text::lower(hand_in.id)).second; ++number) hand_in.id = id + "~" + std::to_string(number);
    }
  }

  const fs::path& folder_;
  Attempt attempt_;
  std::vector<Finding>& passed_over_;
  std::vector<Entry> entries_;
  std::map<std::string, Listed> scores_;
  Students students_;
};

// Whether the contents of `folder` were created by a platform.
bool is_download(const fs::path& folder) {
  std::error_code error;
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string name = decoded_name(utf8(entry->path().filename()));
    if (name == "submission_metadata.yml" || name == "scores.csv" || platform_name(name)) return true;
  }
  return false;
}

// Whether it looks like the work of one student: it contains a program, or at most one folder.
bool is_one_hand_in(const fs::path& folder) {
  std::size_t students = 0;
  std::error_code error;
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string name = decoded_name(utf8(entry->path().filename()));
    if (entry->is_directory(error) ? !is_needless_folder(name) : is_archive_name(name)) ++students;
    for (const char* ending : {".cpp", ".c", ".exe", ".sln", ".vcxproj", ".h"})
      if (text::lower(name).ends_with(ending)) return !is_download(folder);
  }
  return students < 2 && !is_download(folder);
}

// The folder with the students: `folder`, or its only subfolder, into which exports and archives put everything. `unpacked`: an archive was
// unpacked.
fs::path class_in(const fs::path& folder, bool unpacked) {
  if (is_download(folder)) return folder;
  std::vector<fs::path> inside;
  std::error_code error;
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string name = utf8(entry->path().filename());
    if (!is_needless_folder(name) && !is_needless_file(name)) inside.push_back(entry->path());
  }
  if (inside.size() != 1 || !fs::is_directory(fs::symlink_status(inside.front(), error))) return folder;
  return is_download(inside.front()) || (unpacked && !is_one_hand_in(inside.front())) ? inside.front() : folder;
}

}  // namespace

std::vector<HandIn> find_hand_ins(const fs::path& download, const FindOptions& options, std::vector<Finding>* passed_over) {
  std::vector<Finding> ignored;
  std::vector<Finding>& findings = passed_over ? *passed_over : ignored;
  std::error_code error;
  if (fs::is_directory(download, error)) {
    const fs::path folder = class_in(download, false);
    return Finder(folder, options.attempt, findings).find();
  }
  if (!fs::is_regular_file(download, error)) throw text::Problem("path_missing", {{"path", utf8(download)}});
  Unpacking unpacking{kLimitsOfDownload, {}, 0};
  const fs::path unpacked = options.work / "download";
  unpack_archive(download, unpacked, unpacking);
  if (unpacking.entries == 0) throw text::Problem("class_no_download", {{"file", utf8(download)}});
  findings.insert(findings.end(), unpacking.findings.begin(), unpacking.findings.end());
  const fs::path folder = class_in(unpacked, true);
  return Finder(folder, options.attempt, findings).find();
}

}  // namespace lab::classes
