// Tests the kit's files for Visual Studio: the presets, the start-up list, the components; compares them with CMake's data.
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "compile/process.h"
#include "rubric/rubric.h"
#include "tests/folder.h"

namespace lab {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;

const fs::path kRoot = LAB_SOURCE_DIR;
using Findings = std::vector<std::string>;

// Throws nlohmann's exceptions if the file is not JSON.
json json_of(const fs::path& file) {
  std::ifstream in(file);
  return json::parse(in);
}

// The names of the presets from which `preset` inherits directly.
std::vector<std::string> parents(const json& preset) {
  const json inherits = preset.value("inherits", json::array());
  if (inherits.is_string()) return {inherits};
  return inherits;
}

// The value of `key` in the preset or the presets it inherits from; null if there is none.
json inherited(const std::map<std::string, json>& presets, const std::string& name, const char* key, std::size_t depth = 0) {
  const auto found = presets.find(name);
  if (found == presets.end() || depth > presets.size()) return nullptr;
  if (found->second.contains(key)) return found->second.at(key);
  for (const std::string& parent : parents(found->second))
    if (json value = inherited(presets, parent, key, depth + 1); !value.is_null()) return value;
  return nullptr;
}

bool inherits_itself(const std::map<std::string, json>& presets, const std::string& name, const std::string& looked_for,
                     std::size_t depth) {
  const auto found = presets.find(name);
  if (found == presets.end()) return false;
  if (depth > presets.size()) return true;
  const std::vector<std::string> all = parents(found->second);
  return std::any_of(all.begin(), all.end(), [&](const std::string& parent) {
    return parent == looked_for || inherits_itself(presets, parent, looked_for, depth + 1);
  });
}

// Errors in a file of presets, except those that only CMake can find.
Findings wrong_in_presets(const json& file) {
  Findings wrong;
  if (file.at("version") > 6) wrong.push_back("the schema is newer than CMake 3.25 and older Visual Studios read");
  for (const char* kind : {"configurePresets", "buildPresets", "testPresets"}) {
    std::map<std::string, json> presets, configure;
    for (const json& preset : file.at("configurePresets")) configure[preset.at("name")] = preset;
    for (const json& preset : file.value(kind, json::array())) {
      const std::string name = preset.at("name");
      if (!presets.emplace(name, preset).second) wrong.push_back(name + " is there twice");
    }
    for (const auto& [name, preset] : presets) {
      for (const std::string& parent : parents(preset))
        if (!presets.contains(parent)) wrong.push_back(name + " inherits from " + parent + ", which is not there");
      if (inherits_itself(presets, name, name, 0)) wrong.push_back(name + " inherits from itself");
      if (preset.value("hidden", false)) continue;
      if (std::string(kind) == "configurePresets") {
        for (const char* key : {"generator", "binaryDir", "displayName", "condition"})
          if (inherited(presets, name, key).is_null()) wrong.push_back(name + " has no " + key);
      } else {
        const json of = inherited(presets, name, "configurePreset");
        if (!of.is_string() || !configure.contains(of) || configure[of].value("hidden", false))
          wrong.push_back(name + " is for a configure preset that nobody can choose");
      }
    }
  }
  return wrong;
}

TEST(VisualStudio, ReadsThePresets) {
  const json presets = json_of(kRoot / "CMakePresets.json");
  EXPECT_THAT(wrong_in_presets(presets), IsEmpty());
  std::set<std::string> on_windows;
  for (const json& preset : presets.at("configurePresets"))
    if (preset.value("condition", json::object()).value("rhs", "") == "Windows") on_windows.insert(preset.at("name"));
  EXPECT_THAT(on_windows, Contains("windows")) << "lab.cmd names it";
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Libraries on the PATH from Anaconda, Strawberry Perl or MSYS2 were built differently from the kit.
TEST(VisualStudio, BuildsWithTheLibrariesOfTheKitAlone) {
  std::size_t seen = 0;
  const json presets = json_of(kRoot / "CMakePresets.json");
  for (const json& preset : presets.at("configurePresets")) {
    const std::string name = preset.at("name");
    if (name != "windows" && name != "windows-kit") continue;
    EXPECT_EQ(preset.at("cacheVariables").at("FETCHCONTENT_TRY_FIND_PACKAGE_MODE"), "NEVER") << name;
    ++seen;
  }
  EXPECT_EQ(seen, 2u);
}

// Their folders have Korean names, and the manifest determines the encoding of narrow strings.
TEST(VisualStudio, GivesTheGraderAndItsTestsTheManifest) {
  const auto function = [](const fs::path& file, const std::string& name) {
    const std::string text = text_of(kRoot / file);
    const std::size_t at = text.find("function(" + name + " ");
    return at == text.npos ? "" : text.substr(at, text.find("endfunction()", at) - at);
  };
  EXPECT_THAT(function("cmake/rooms.cmake", "add_room_tests"), HasSubstr("describe(${name} NARROW)"));
  EXPECT_THAT(function("cmake/kit_tests.cmake", "add_kit_tests"), HasSubstr("describe(${name} NARROW)"));
  EXPECT_THAT(text_of(kRoot / "CMakeLists.txt"), HasSubstr("add_program(grader NARROW "));
}

// _get_wpgmptr terminates a program that has main instead of wmain.
TEST(VisualStudio, AsksTheSystemWhereAProgramLies) {
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / "grader"))
    if (entry.path().extension() == ".cpp" && entry.path().filename() != "visual_studio_test.cpp") {
      EXPECT_EQ(text_of(entry.path()).find("_get_wpgmptr"), std::string::npos) << entry.path();
    }
}

TEST(VisualStudio, WouldNotReadPresetsLikeThese) {
  const json good = {{"version", 3},
                     {"configurePresets",
                      {{{"name", "base"}, {"hidden", true}, {"generator", "Ninja"}, {"condition", true}},
                       {{"name", "a"}, {"displayName", "A"}, {"inherits", "base"}, {"binaryDir", "x"}}}},
                     {"buildPresets", {{{"name", "a"}, {"configurePreset", "a"}}}}};
  EXPECT_THAT(wrong_in_presets(good), IsEmpty());
  const auto with = [&](const char* at, const json& value) {
    json bad = good;
    bad[json::json_pointer(at)] = value;
    return wrong_in_presets(bad);
  };
  EXPECT_THAT(with("/version", 7), ElementsAre(HasSubstr("newer")));
  EXPECT_THAT(with("/configurePresets/1/inherits", "nobody"), Contains(HasSubstr("inherits from nobody")));
  EXPECT_THAT(with("/configurePresets/0/inherits", "a"), Contains("base inherits from itself"));
  EXPECT_THAT(with("/configurePresets/0/name", "a"), Contains("a is there twice"));
  EXPECT_THAT(with("/buildPresets/0/configurePreset", "base"), ElementsAre(HasSubstr("nobody can choose")));
}

TEST(VisualStudio, IsToldWhatToInstall) {
  const json file = json_of(kRoot / ".vsconfig");
  EXPECT_EQ(file.at("version"), "1.0");
  const std::vector<std::string> components = file.at("components");
  for (const std::string& id : components)
    EXPECT_TRUE(std::regex_match(id, std::regex(R"(Microsoft\.VisualStudio\.(Workload|Component|ComponentGroup)(\.[A-Za-z0-9]+)+)"))) << id;
  EXPECT_EQ(std::set<std::string>(components.begin(), components.end()).size(), components.size());
  EXPECT_THAT(components,
              IsSupersetOf({"Microsoft.VisualStudio.Component.VC.Tools.x86.x64", "Microsoft.VisualStudio.Component.VC.CMake.Project"}));
  EXPECT_THAT(components, Contains(HasSubstr("SDK")));
}

#ifndef _WIN32  // there, CMake would have to find Visual Studio first

struct Program {
  fs::path exe;  // relative to the build folder
  std::set<std::string> built_with;
};

// The programs of the Windows half, by target, as CMake describes them to Visual Studio (the file API's codemodel).
const std::map<std::string, Program>& programs() {
  static const std::map<std::string, Program> all = [] {
    const tests::Folder folder;
    folder.write(".cmake/api/v1/query/codemodel-v2", "");
    compile::Command command;
    command.argv = {"cmake", "-S", kRoot.string(), "-B", folder.path().string(), "--preset", "mingw"};
    command.folder = kRoot;
    command.limit = std::chrono::minutes(5);
    const compile::Finished finished = compile::run(command);
    EXPECT_EQ(finished.exit_status, 0) << finished.out << finished.err;
    std::map<std::string, Program> found;
    std::map<std::string, std::string> names;
    std::vector<json> targets;
    for (const auto& file : fs::directory_iterator(folder.path() / ".cmake/api/v1/reply")) {
      if (!file.path().filename().string().starts_with("target-")) continue;
      targets.push_back(json_of(file.path()));
      names[targets.back().at("id")] = targets.back().at("name");
    }
    for (const json& target : targets) {
      if (target.at("type") != "EXECUTABLE") continue;
      Program program{target.at("artifacts").at(0).at("path").get<std::string>(), {}};
      for (const json& other : target.value("dependencies", json::array())) program.built_with.insert(names[other.at("id")]);
      found[target.at("name")] = program;
    }
    return found;
  }();
  return all;
}

// A program's name in Visual Studio's start-up list.
std::string start_up_name(const fs::path& exe) {
  std::string path = exe.generic_string();
  std::replace(path.begin(), path.end(), '/', '\\');
  return exe.has_parent_path() ? exe.filename().string() + " (" + path + ")" : path;
}

Findings wrong_in_start_up_list(const json& file) {
  std::map<std::string, std::string> targets;
  std::set<std::string> exes, names;
  for (const auto& [target, program] : programs()) {
    targets[start_up_name(program.exe)] = target;
    exes.insert(program.exe.generic_string());
  }
  Findings wrong;
  for (const json& entry : file.at("configurations")) {
    const std::string name = entry.at("name"), target = entry.at("projectTarget");
    if (!names.insert(name).second) wrong.push_back(name + " is there twice");
    if (entry.at("type") != "default" || entry.at("project") != "CMakeLists.txt") wrong.push_back(name + " is no entry of a CMake project");
    if (!targets.contains(target)) {
      wrong.push_back(name + " starts " + target + ", which CMake does not know");
    } else if (targets[target] == "Together") {
      for (const std::string argument : entry.at("args")) {
        const std::string started = argument.substr(0, argument.find(' ')) + ".exe";
        if (!exes.contains(started)) wrong.push_back(name + " starts " + started + ", which CMake does not make");
      }
    }
  }
  return wrong;
}

TEST(VisualStudio, StartsWhatCMakeMakes) {
  const json file = json_of(kRoot / "launch.vs.json");
  EXPECT_THAT(wrong_in_start_up_list(file), IsEmpty());
  EXPECT_GE(file.at("configurations").size(), 4u);
  const auto with = [&](const char* at, const json& value) {
    json bad = file;
    bad[json::json_pointer(at)] = value;
    return wrong_in_start_up_list(bad);
  };
  EXPECT_THAT(with("/configurations/0/projectTarget", "Together.exe"), ElementsAre(HasSubstr("does not know")));
  EXPECT_THAT(with("/configurations/0/args/0", "labs/01_mailslot_receiver/Nobody"), ElementsAre(HasSubstr("Nobody.exe, which CMake")));
  EXPECT_THAT(with("/configurations/1/name", file.at("configurations").at(0).at("name")), ElementsAre(HasSubstr("twice")));
}

TEST(VisualStudio, HasEveryLabsProgramsInOneFolderAndInTheList) {
  int labs = 0;
  for (const rubric::Lab& lab : rubric::read_labs(kRoot / "labs")) {
    ++labs;
    for (const auto& source : fs::directory_iterator(lab.file.parent_path())) {
      if (source.path().extension() != ".cpp") continue;
      const std::string program = source.path().stem().string(), target = "labs_" + lab.number + "_" + program;
      ASSERT_TRUE(programs().contains(target)) << source.path();
      EXPECT_EQ(programs().at(target).exe, fs::path("labs") / lab.name / (program + ".exe"));
    }
  }
  EXPECT_GE(labs, 6);
}

TEST(VisualStudio, BuildsTheWorkersWithTheManager) {
  EXPECT_THAT(programs().at("labs_05_AdderManager").built_with, Contains("labs_05_PartAdder"));
  EXPECT_THAT(programs().at("labs_05_PartAdder").built_with, testing::Not(Contains("labs_05_AdderManager")));
  EXPECT_THAT(programs().at("Together").built_with, IsSupersetOf({"labs_01_MailReceiver", "labs_02_MailSender"}));
}

#endif

}  // namespace
}  // namespace lab
