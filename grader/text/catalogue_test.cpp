// Checks the catalogue itself and the source that uses it: both languages are present with the same placeholders, every id has a sentence,
// and every sentence is used.
#include "text/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "labs/labs.h"
#include "report/timeline_spans.h"
#include "text/utf8.h"
#include "trace/kinds.h"

namespace lab::text {
namespace {

using ::testing::IsEmpty;

// The sentences in the catalogue and in the reasons.
std::vector<Sentence> all_sentences() {
  std::vector<Sentence> all;
  for (const auto subject : catalogue()) all.insert(all.end(), subject.begin(), subject.end());
  for (const auto table : labs::reason_tables())
    for (const trace::Reason& reason : table) all.push_back({reason.id, reason.en, reason.ko});
  return all;
}

// The same and the hints of the reasons, with the reasons' ids.
std::vector<Sentence> all_texts() {
  std::vector<Sentence> all = all_sentences();
  for (const auto table : labs::reason_tables())
    for (const trace::Reason& reason : table)
      if (!reason.hint.en.empty() || !reason.hint.ko.empty()) all.push_back({reason.id, reason.hint.en, reason.hint.ko});
  return all;
}

std::set<std::string> placeholders(std::string_view pattern, bool with_how) {
  static const std::regex kPlaceholder(R"(\{([a-z_0-9]+)(:[a-z]+)?\})");
  std::set<std::string> found;
  const std::string text(pattern);
  for (auto match = std::sregex_iterator(text.begin(), text.end(), kPlaceholder); match != std::sregex_iterator(); ++match)
    if ((*match)[2].str() != ":s") found.insert((*match)[1].str() + (with_how ? (*match)[2].str() : ""));
  return found;
}

bool has_hangul(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (character.value >= 0xAC00 && character.value <= 0xD7A3) return true;
    at += character.bytes;
  }
  return false;
}

TEST(Catalogue, EverySentenceExistsInBothLanguages) {
  for (const Sentence& sentence : all_texts()) {
    EXPECT_FALSE(sentence.en.empty()) << sentence.id;
    EXPECT_FALSE(sentence.ko.empty()) << sentence.id;
    EXPECT_TRUE(is_utf8(sentence.ko)) << sentence.id;
    EXPECT_FALSE(has_hangul(sentence.en)) << sentence.id;
    EXPECT_TRUE(has_hangul(sentence.ko) || placeholders(sentence.ko, false).size() > 1) << sentence.id;
  }
}

TEST(Catalogue, IdsAreUnique) {
  std::set<std::string_view> seen;
  for (const Sentence& sentence : all_sentences()) EXPECT_TRUE(seen.insert(sentence.id).second) << sentence.id;
}

TEST(Catalogue, BothLanguagesHaveTheSamePlaceholders) {
  for (const Sentence& sentence : all_texts()) EXPECT_EQ(placeholders(sentence.en, true), placeholders(sentence.ko, true)) << sentence.id;
}

// So if a reason's sentence can be filled in, its hint can, too.
TEST(Catalogue, AHintOfAReasonNeedsNoMoreThanItsSentence) {
  for (const auto table : labs::reason_tables())
    for (const trace::Reason& reason : table)
      EXPECT_THAT(placeholders(reason.en, false), ::testing::IsSupersetOf(placeholders(reason.hint.en, false))) << reason.id;
}

TEST(Catalogue, BracesAreOnlyAroundPlaceholders) {
  static const std::regex kKnown(R"(\{[a-z_0-9]+(:(code|error|handle|after|s))?\})");
  for (const Sentence& sentence : all_texts()) {
    for (const std::string_view pattern : {sentence.en, sentence.ko}) {
      const std::string rest = std::regex_replace(std::string(pattern), kKnown, "");
      EXPECT_EQ(rest.find_first_of("{}"), std::string::npos) << sentence.id << ": " << rest;
    }
  }
}

TEST(Catalogue, ParticlesAfterPlaceholdersArePairs) {
  static const std::regex kSingle("\\}(\"?)(을|를|은|는|이|가|과|와|로|으로)(?=[ ,.])");
  for (const Sentence& sentence : all_texts()) {
    const std::string ko(sentence.ko);
    EXPECT_FALSE(std::regex_search(ko, kSingle)) << sentence.id << ": " << ko;
    EXPECT_EQ(ko.find("(으)로"), std::string::npos) << sentence.id;
  }
}

std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// Tests next to the code, the headers that they use, and a lab's programs, which are sample submissions.
bool is_of_a_test(const std::string& path) {
  return path.ends_with("_test.cpp") || path.ends_with("_samples.h") || path.ends_with("_by_hand.h") || path.starts_with("/tests/") ||
         path.find("/programs/") != std::string::npos;
}

// All of the grader's .cpp and .h files, and its templates, except the catalogue itself and the tests.
std::vector<std::filesystem::path> sources() {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path grader = std::filesystem::path(LAB_SOURCE_DIR) / "grader";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(grader)) {
    const std::string path = entry.path().generic_string().substr(grader.generic_string().size());
    const bool source = path.ends_with(".cpp") || path.ends_with(".h") || path.ends_with(".html");
    if (source && !is_of_a_test(path) && path.find("/text/sentences_") == std::string::npos) files.push_back(entry.path());
  }
  return files;
}

std::set<std::string> literals_in(const std::string& text, const std::regex& pattern) {
  std::set<std::string> found;
  for (auto match = std::sregex_iterator(text.begin(), text.end(), pattern); match != std::sregex_iterator(); ++match)
    found.insert((*match)[1].str());
  return found;
}

std::set<std::string> ids_of_the_catalogue() {
  std::set<std::string> ids;
  for (const auto subject : catalogue())
    for (const Sentence& sentence : subject) ids.insert(std::string(sentence.id));
  return ids;
}

// The sentences for events, which are looked up by the ids of their kinds: a line for each kind, and a word for each kind that is drawn.
std::vector<std::string> ids_of_events() {
  std::vector<std::string> ids;
  for (const auto& kind : trace::kEventKinds) {
    ids.push_back(std::string("event_") + kind.id);
    if (report::is_on_graders_lane(kind.value) || kind.value == trace::EventKind::kSpinning)
      ids.push_back(std::string("picture_") + kind.id);
  }
  return ids;
}

TEST(Catalogue, EveryIdThatIsUsedHasASentence) {
  // sentence(language, "id", ...), text::Problem("id", ...), and {{say "id"}} of a template.
  static const std::regex kUse(R"re((?:\bsentence\([^"();]*,\s*|\b(?:Problem|say)\(|\{\{say )"([a-z_0-9]+)")re");
  const std::set<std::string> known = ids_of_the_catalogue();
  std::set<std::string> used;
  for (const auto& file : sources()) {
    for (const std::string& id : literals_in(contents(file), kUse)) {
      used.insert(id);
      EXPECT_TRUE(known.count(id)) << file << " uses \"" << id << "\", which the catalogue lacks";
    }
  }
  for (const std::string& id : ids_of_events()) EXPECT_TRUE(known.count(id)) << id;
  EXPECT_GT(used.size(), 10u) << "the pattern no longer finds how sentences are asked for";
}

TEST(Catalogue, EverySentenceIsUsed) {
  static const std::regex kLiteral(R"re("([a-z_0-9]+)")re");
  std::set<std::string> unused = ids_of_the_catalogue();
  for (const auto& file : sources())
    for (const std::string& literal : literals_in(contents(file), kLiteral)) unused.erase(literal);
  for (const std::string& id : ids_of_events()) unused.erase(id);
  EXPECT_THAT(unused, IsEmpty());
}

// Every row that is defined in the source is in a table in the list, and some code returns it.
TEST(Reasons, EachRowIsListedAndUsed) {
  static const std::regex kRow(R"re(\.id = "([a-z_0-9]+)")re");
  static const std::regex kUse(R"re(\w\["([a-z_0-9]+)"\])re");
  std::set<std::string> rows, used;
  for (const auto& file : sources()) {
    if (file.filename().string().starts_with("compiler_")) continue;  // their rows are about compiler messages, not about runs
    const std::string text = contents(file);
    rows.merge(literals_in(text, kRow));
    used.merge(literals_in(text, kUse));
  }
  EXPECT_GT(rows.size(), 100u) << "the pattern no longer finds the rows";
  for (const std::string& id : rows) {
    const trace::Reason* row = labs::reason(id);
    EXPECT_NE(row, nullptr) << id << " is in a table that is not listed";
    if (!row || used.contains(id)) continue;
    const bool not_built = row->outcome == trace::Outcome::kNotBuilt || row->outcome == trace::Outcome::kNotGradable;
    EXPECT_TRUE(not_built) << id << " is not used";  // the reasons why there is no recording are looked up by name
  }
}

}  // namespace
}  // namespace lab::text
