// Parses platforms' names with regular expressions.
#include "class/platforms.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <regex>
#include <set>

#include "class/names.h"
#include "text/utf8.h"

namespace lab::classes {
namespace {

// The groups of a pattern; 0: the pattern has no such group.
struct Pattern {
  const char* platform;
  const char* pattern;
  std::size_t student, late, id, order, file;
};

// [\s\S]: any byte, including line breaks. Canvas: content_zipper.rb; text and links entered on its page have no file number, and names may
// be withheld. Moodle: mod/assign/classes/downloader.php.
constexpr Pattern kPatterns[] = {
    {"moodle", R"(([\s\S]+)_([1-9][0-9]{0,17})_assignsubmission_(?:file|onlinetext)(?:_([\s\S]*))?)", 1, 0, 2, 0, 3},
    {"canvas", R"((anon_([A-Za-z0-9]+?))(_LATE)?_([1-9][0-9]{0,17})_([\s\S]+))", 1, 3, 2, 4, 5},
    {"canvas", R"(([\s\S]+?)(_LATE)?_([1-9][0-9]{0,17})_([1-9][0-9]{0,17})_([\s\S]+))", 1, 2, 3, 4, 5},
    {"canvas", R"(([\s\S]+?)(_LATE)?_([1-9][0-9]{0,17})_((?:text|link)\.html))", 1, 2, 3, 0, 4},
};

struct Version {
  std::string name;
  int number = 0;
};

// Canvas renames a file that was submitted again to NAME-1.cpp.
Version version_of(const std::string& file) {
  static const std::regex kVersion(R"(([\s\S]+)-([1-9][0-9]?))");
  const NameParts parts = split_name(file);
  std::smatch match;
  if (!std::regex_match(parts.stem, match, kVersion)) return {file, 0};
  return {match[1].str() + parts.ending, std::stoi(match[2].str())};
}

bool is_text_of_canvas(const PlatformName& name) { return name.order == 0; }

// A line of a table, whose fields may be quoted.
std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (quoted && line[i] == '"' && i + 1 < line.size() && line[i + 1] == '"')
      fields.back() += line[++i];
    else if (line[i] == '"')
      quoted = !quoted;
    else if (line[i] == ',' && !quoted)
      fields.emplace_back();
    else if (line[i] != '\r')
      fields.back() += line[i];
  }
  return fields;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n')
      lines.emplace_back();
    else if (c != '\r')
      lines.back() += c;
  }
  return lines;
}

// A YAML scalar, plain or quoted.
std::string scalar(std::string text) {
  while (text.ends_with(' ')) text.pop_back();
  const bool quoted = text.size() >= 2 && (text[0] == '\'' || text[0] == '"') && text.back() == text[0];
  if (!quoted) return text;
  const char quote = text[0];
  std::string inside;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (i + 2 < text.size() && (quote == '"' ? text[i] == '\\' : text[i] == quote && text[i + 1] == quote)) ++i;
    inside += text[i];
  }
  return inside;
}

void append(std::string& list, const std::string& separator, const std::string& text) {
  if (!text.empty()) list += (list.empty() ? "" : separator) + text;
}

}  // namespace

std::optional<PlatformName> platform_name(std::string_view name) {
  static const std::vector<std::regex> kCompiled = [] {
    std::vector<std::regex> compiled;
    for (const Pattern& pattern : kPatterns) compiled.emplace_back(pattern.pattern);
    return compiled;
  }();
  const std::string text(name);
  std::smatch match;
  for (std::size_t i = 0; i < kCompiled.size(); ++i) {
    if (!std::regex_match(text, match, kCompiled[i])) continue;
    const Pattern& pattern = kPatterns[i];
    const auto group = [&](std::size_t number) { return number == 0 ? std::string() : match[number].str(); };
    PlatformName found{
        pattern.platform, group(pattern.student), group(pattern.id), !group(pattern.late).empty(), group(pattern.file), 0, 0};
    const std::string order = group(pattern.order);
    std::from_chars(order.data(), order.data() + order.size(), found.order);
    if (found.platform == "canvas") found.version = version_of(found.file).number;
    return found;
  }
  return std::nullopt;
}

bool are_of_canvas(const std::vector<PlatformName>& names) {
  std::set<unsigned long long> numbers;
  return !names.empty() && std::all_of(names.begin(), names.end(), [&](const PlatformName& name) {
    return is_text_of_canvas(name) || numbers.insert(name.order).second;
  });
}

std::string own_file_name(const std::string& platform, const std::string& name) {
  const auto found = platform_name(name);
  if (!found || found->platform != platform || found->file.empty()) return name;
  return platform == "canvas" ? version_of(found->file).name : found->file;
}

std::map<std::string, Listed> read_gradescope(const std::string& metadata) {
  static const std::regex kFolder(R"(['"]?([^\s:'"][^:'"]*)['"]?:\s*)"), kPart(R"((\s+):([a-z_]+):.*)");
  static const std::regex kField(R"(\s*(?:- )?\s*:(name|sid|email): *(.*))");
  std::map<std::string, Listed> all;
  Listed* one = nullptr;
  bool in_submitters = false;
  for (const std::string& line : lines_of(metadata)) {
    std::smatch match;
    if (std::regex_match(line, match, kFolder)) {
      one = &all[match[1].str()];
      in_submitters = false;
    } else if (one && std::regex_match(line, match, kPart) && match[1].length() <= 2) {
      in_submitters = match[2] == "submitters";
    } else if (one && in_submitters && std::regex_match(line, match, kField)) {
      if (match[1] == "name") append(one->student, ", ", scalar(match[2].str()));
      if (match[1] == "sid") append(one->id, "+", scalar(match[2].str()));
    }
  }
  return all;
}

std::map<std::string, Listed> read_classroom50(const std::string& scores) {
  std::map<std::string, Listed> all;
  const std::vector<std::string> lines = lines_of(scores.starts_with("\xEF\xBB\xBF") ? scores.substr(3) : scores);
  const std::vector<std::string> head = fields_of(lines.front());
  const auto column = [&](const char* name) { return std::size_t(std::find(head.begin(), head.end(), name) - head.begin()); };
  const std::size_t user = column("username"), first = column("first_name"), last = column("last_name"), late = column("late");
  if (user == head.size() || column("submission_tag") == head.size()) return {};
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::vector<std::string> fields = fields_of(lines[i]);
    const auto field = [&](std::size_t number) { return number < fields.size() ? fields[number] : std::string(); };
    if (field(user).empty()) continue;
    Listed one{"", field(user), field(late) == "true"};
    append(one.student, " ", field(first));
    append(one.student, " ", field(last));
    all[text::lower(field(user))] = one;
  }
  return all;
}

std::string assignment_prefix(const std::vector<std::string>& repositories, const std::string& folder) {
  const auto begin_all = [&](const std::string& prefix) {
    return std::all_of(repositories.begin(), repositories.end(),
                       [&](const std::string& name) { return name.size() > prefix.size() && name.starts_with(prefix); });
  };
  for (const char* mark : {"_submissions", "-submissions"})
    if (const std::size_t at = folder.find(mark); at != std::string::npos && begin_all(folder.substr(0, at) + "-"))
      return folder.substr(0, at) + "-";
  if (repositories.size() < 2) return "";
  std::string prefix = repositories.front();
  while (!prefix.empty() && !(prefix.ends_with('-') && begin_all(prefix))) prefix.pop_back();
  return prefix;
}

std::string repository_name(const std::string& archive, bool& appended) {
  static const std::regex kAppended(R"(([\s\S]+)-(?:main|master|[0-9a-f]{40}))");
  std::smatch match;
  appended = std::regex_match(archive, match, kAppended);
  return appended ? match[1].str() : archive;
}

}  // namespace lab::classes
