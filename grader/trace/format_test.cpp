// FORMAT.md lists the ids in the tables in kinds.h and the fields in layout.h.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "trace/kinds.h"
#include "trace/run_text.h"

namespace lab::trace {
namespace {

std::ifstream format_page() { return std::ifstream(std::filesystem::path(LAB_SOURCE_DIR) / "grader" / "trace" / "FORMAT.md"); }

// The ids in the line "| WHAT | `id` `id` ... |".
std::vector<std::string> listed(const std::string& what) {
  std::ifstream format = format_page();
  std::vector<std::string> ids;
  for (std::string line; std::getline(format, line);) {
    if (!line.starts_with("| " + what + " |")) continue;
    static const std::regex kId("`(\\w+)`");
    for (auto id = std::sregex_iterator(line.begin(), line.end(), kId); id != std::sregex_iterator(); ++id) ids.push_back((*id)[1].str());
  }
  return ids;
}

// What the page says about each kind of line: the text under the heading "## `kind`".
std::map<std::string, std::string> sections() {
  std::ifstream format = format_page();
  std::map<std::string, std::string> texts;
  std::string kind;
  for (std::string line; std::getline(format, line);) {
    static const std::regex kHeading("## `(\\w+)`.*");
    std::smatch heading;
    if (line.starts_with("## ")) kind = std::regex_match(line, heading, kHeading) ? heading[1].str() : "";
    texts[kind] += line + "\n";
  }
  return texts;
}

template <class Value, std::size_t kCount>
std::vector<std::string> ids_of(const Name<Value> (&names)[kCount]) {
  std::vector<std::string> ids;
  for (const Name<Value>& name : names) ids.push_back(name.id);
  return ids;
}

TEST(Format, ListsEveryIdAndNoOther) {
  EXPECT_EQ(listed("Functions"), ids_of(kApis));
  EXPECT_EQ(listed("Object kinds"), ids_of(kObjectKinds));
  EXPECT_EQ(listed("Event kinds"), ids_of(kEventKinds));
  EXPECT_EQ(listed("Roles"), ids_of(kRoles));
  EXPECT_EQ(listed("Ends"), ids_of(kEnds));
  EXPECT_EQ(listed("Outcomes"), ids_of(kRunOutcomes));
}

TEST(Format, TellsOfEveryField) {
  std::map<std::string, std::string> told = sections();
  for (const auto& [kind, names] : field_names())
    for (const std::string& name : names) EXPECT_THAT(told[kind], testing::HasSubstr("`" + name + "` [")) << kind;
}

TEST(Kinds, AValueOutsideOfItsTableHasNoId) {
  EXPECT_STREQ(name(Api::kNone), "");
  EXPECT_STREQ(name(static_cast<Api>(0xFFFF)), "");
  EXPECT_STREQ(id_of(kEventKinds, static_cast<EventKind>(0xFF)), "");
}

}  // namespace
}  // namespace lab::trace
