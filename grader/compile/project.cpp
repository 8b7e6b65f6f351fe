// Parses a .vcxproj as text: only four of its elements are relevant, and MSBuild writes each of them in only one way.
#include "compile/project.h"

#include <algorithm>
#include <iterator>

#include "compile/source.h"
#include "text/files.h"
#include "text/path.h"

namespace lab::compile {
namespace {

namespace fs = std::filesystem;
using text::utf8;

constexpr std::uintmax_t kLargest = std::uintmax_t{1} << 20;

struct Element {
  std::string_view attributes, content;
};

// Every <name ...>content</name> and <name .../> in the text. They do not nest.
std::vector<Element> elements(std::string_view text, std::string_view name) {
  std::vector<Element> found;
  const std::string open = "<" + std::string(name), close = "</" + std::string(name) + ">";
  for (std::size_t at = 0; (at = text.find(open, at)) != text.npos;) {
    at += open.size();
    const std::size_t end = text.find('>', at);
    if (end == text.npos) break;
    if (std::string_view(" \t\r\n/>").find(text[at]) == std::string_view::npos) continue;
    Element element{text.substr(at, end - at), {}};
    if (!element.attributes.ends_with('/')) {
      const std::size_t last = text.find(close, end);
      if (last == text.npos) break;
      element.content = text.substr(end + 1, last - end - 1);
    }
    found.push_back(element);
  }
  return found;
}

// The content of the first such element in a group for x64, or otherwise in any group.
std::string said(std::string_view text, std::string_view group, std::string_view name) {
  std::string any;
  for (const Element& each : elements(text, group)) {
    for (const Element& element : elements(each.content, name)) {
      if (each.attributes.find("|x64") != each.attributes.npos) return std::string(element.content);
      if (any.empty()) any = element.content;
    }
  }
  return any;
}

std::string attribute(std::string_view attributes, std::string_view name) {
  const std::string start = std::string(name) + "=\"";
  const std::size_t at = attributes.find(start);
  if (at == attributes.npos) return {};
  const std::string_view value = attributes.substr(at + start.size());
  return std::string(value.substr(0, value.find('"')));
}

std::string standard_of(const std::string& said) {
  if (said == "stdcpplatest" || said == "stdcpp23") return "c++23";
  return said == "stdcpp14" || said == "stdcpp17" || said == "stdcpp20" ? "c++" + said.substr(6) : "";
}

// Whether it lists a file with the name of `source`, ignoring letter case, as on Windows.
bool names(const Project& project, const fs::path& source) {
  return std::any_of(project.sources.begin(), project.sources.end(),
                     [&](const std::string& name) { return lower(name) == lower(utf8(source.filename())); });
}

}  // namespace

Project read_project(std::string_view text) {
  Project project;
  project.bytes = text;
  if (const std::string set = said(text, "PropertyGroup", "CharacterSet"); !set.empty()) project.unicode = set == "Unicode";
  project.standard = standard_of(said(text, "ItemDefinitionGroup", "LanguageStandard"));
  for (const Element& group : elements(text, "ItemGroup")) {
    for (const Element& compiled : elements(group.content, "ClCompile")) {
      std::string name = attribute(compiled.attributes, "Include");
      std::replace(name.begin(), name.end(), '\\', '/');
      const auto excluded = elements(compiled.content, "ExcludedFromBuild");
      const bool out = std::any_of(excluded.begin(), excluded.end(), [](const Element& each) { return each.content == "true"; });
      if (!name.empty() && !out) project.sources.push_back(std::move(name));
    }
  }
  std::string libraries = said(text, "ItemDefinitionGroup", "AdditionalDependencies") + ";";
  for (std::size_t end; (end = libraries.find(';')) != libraries.npos; libraries.erase(0, end + 1))
    if (end > 0 && libraries[0] != '%') project.libraries.push_back(libraries.substr(0, end));
  return project;
}

Project project_of(const fs::path& source) {
  std::vector<std::pair<fs::path, Project>> found;
  std::error_code error;
  for (auto entry = fs::directory_iterator(source.parent_path(), error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    const bool large = entry->file_size(error) > kLargest || error;
    if (large || entry->is_symlink() || lower(utf8(entry->path().extension())) != ".vcxproj") continue;
    found.emplace_back(entry->path(), read_project(text::read_text(entry->path())));
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [file, project] : found)
    if (names(project, source)) return std::move(project);
  for (auto& [file, project] : found)
    if (lower(utf8(file.stem())) == lower(utf8(source.stem()))) return std::move(project);
  return found.size() == 1 ? std::move(found.front().second) : Project{};
}

}  // namespace lab::compile
