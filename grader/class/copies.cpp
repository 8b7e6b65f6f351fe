// Compares source files token by token, and finds outliers.
#include "class/copies.h"

#include <algorithm>
#include <charconv>
#include <regex>
#include <set>
#include <sstream>

#include "compile/programs.h"

namespace lab::classes {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLeastTokens = 20;  // tokens that a student must have added to the stub
constexpr std::size_t kLeastClass = 5;    // the number of source files required to determine what is usual

bool begins_name(char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The end of a quoted literal that begins at `at`.
std::size_t end_of_literal(const std::string& text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size() && text[at] != quote && text[at] != '\n'; ++at)
    if (text[at] == '\\') ++at;
  return std::min(at + 1, text.size());
}

// The tokens of a source file, without comments and layout.
std::vector<std::string> tokens_of(const std::string& text) {
  std::vector<std::string> tokens;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (text.compare(at, 2, "//") == 0) {
      at = std::min(text.find('\n', at), text.size());
    } else if (text.compare(at, 2, "/*") == 0) {
      const std::size_t end = text.find("*/", at + 2);
      at = end == std::string::npos ? text.size() : end + 2;
    } else if (text[at] == '"' || text[at] == '\'') {
      at = end_of_literal(text, at);
      tokens.push_back(text.substr(begin, at - begin));
    } else if (begins_name(text[at]) || is_digit(text[at])) {
      while (at < text.size() && (begins_name(text[at]) || is_digit(text[at]))) ++at;
      tokens.push_back(text.substr(begin, at - begin));
    } else {
      if (text[at] > ' ') tokens.emplace_back(1, text[at]);
      ++at;
    }
  }
  return tokens;
}

std::string joined(const std::vector<std::string>& tokens) {
  std::string all;
  for (const std::string& token : tokens) all += token + "\n";
  return all;
}

// Replaces each name with the position of its first occurrence, so that consistently renamed source files are equal.
std::string without_names(const std::vector<std::string>& tokens) {
  std::map<std::string, std::size_t> numbers;
  std::string all;
  for (const std::string& token : tokens)
    all += (begins_name(token[0]) ? "n" + std::to_string(numbers.emplace(token, numbers.size()).first->second) : token) + "\n";
  return all;
}

std::string squeezed(const std::string& line) {
  std::string out;
  for (const char c : line)
    if (c != ' ' && c != '\t' && c != '\r') out += c;
  return out;
}

// The lines that are not in the stub.
std::string without_stub(const std::string& source, const std::string& stub) {
  std::set<std::string> given;
  std::istringstream of_stub(stub), of_source(source);
  std::string line, own;
  while (std::getline(of_stub, line)) given.insert(squeezed(line));
  while (std::getline(of_source, line))
    if (given.count(squeezed(line)) == 0) own += line + "\n";
  return own;
}

// A student's source file in the forms used for comparison.
struct Form {
  const Source* source;
  std::string own;  // without the stub
  std::string same[3];
};

std::vector<std::vector<const Form*>> equal_in(const std::vector<Form>& forms, std::size_t kind) {
  std::map<std::string, std::vector<const Form*>> groups;
  for (const Form& form : forms) groups[form.same[kind]].push_back(&form);
  std::vector<std::vector<const Form*>> shared;
  for (auto& [text, group] : groups)
    if (group.size() > 1) shared.push_back(std::move(group));
  std::sort(shared.begin(), shared.end());
  return shared;
}

using Pair = std::pair<const Form*, const Form*>;

// Whether all pairs in the group are known already: they were equal in a stricter form.
bool all_known(const std::vector<const Form*>& group, const std::set<Pair>& known) {
  for (const Form* a : group)
    for (const Form* b : group)
      if (a < b && known.count({a, b}) == 0) return false;
  return true;
}

// `one_of_many` receives the source files that need no further comparison: those that many students share, and all but one of each equal
// group.
std::vector<Alike> same_sources(const std::vector<Form>& forms, std::set<const Form*>& one_of_many) {
  const std::size_t most = std::max<std::size_t>(2, forms.size() / 10);
  std::set<Pair> known;
  std::vector<Alike> found;
  for (const Alike::Kind kind : {Alike::Kind::kBytes, Alike::Kind::kLayout, Alike::Kind::kNames})
    for (const std::vector<const Form*>& group : equal_in(forms, static_cast<std::size_t>(kind))) {
      const bool is_news = !all_known(group, known);
      for (const Form* a : group)
        for (const Form* b : group)
          if (a < b) known.insert({a, b});
      one_of_many.insert(group.begin() + (group.size() > most ? 0 : 1), group.end());
      if (!is_news || group.size() > most) continue;
      Alike one;
      one.kind = kind;
      for (const Form* form : group) one.students.push_back(form->source->student);
      found.push_back(std::move(one));
    }
  return found;
}

int quantile(const std::vector<int>& sorted, double part) {
  return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

std::vector<Alike> similar_sources(const std::vector<Form>& forms, const Similarities& percents, const std::set<const Form*>& one_of_many) {
  const auto percent = [&](std::size_t a, std::size_t b) {
    const auto found = percents.find({a, b});
    return found == percents.end() ? 0 : found->second;
  };
  std::vector<int> all;
  for (std::size_t a = 0; a < forms.size(); ++a)
    for (std::size_t b = a + 1; b < forms.size(); ++b) all.push_back(std::min(percent(a, b), percent(b, a)));
  std::sort(all.begin(), all.end());
  const int first = quantile(all, 0.25), third = quantile(all, 0.75), most = third + 3 * (third - first);
  std::vector<Alike> found;
  for (std::size_t a = 0; a < forms.size(); ++a)
    for (std::size_t b = a + 1; b < forms.size(); ++b) {
      const int both_ways = std::min(percent(a, b), percent(b, a));
      if (both_ways <= most || one_of_many.count(&forms[a]) > 0 || one_of_many.count(&forms[b]) > 0) continue;
      Alike one;
      one.kind = Alike::Kind::kSimilar;
      one.students = {forms[a].source->student, forms[b].source->student};
      one.percent = both_ways;
      one.usual = quantile(all, 0.5);
      found.push_back(std::move(one));
    }
  std::stable_sort(found.begin(), found.end(), [](const Alike& a, const Alike& b) { return a.percent > b.percent; });
  return found;
}

}  // namespace

const char* word(Alike::Kind kind) {
  switch (kind) {
    case Alike::Kind::kBytes:
      return "bytes";
    case Alike::Kind::kLayout:
      return "layout";
    case Alike::Kind::kNames:
      return "names";
    case Alike::Kind::kSimilar:
      break;
  }
  return "similar";
}

std::vector<Alike> alike(const std::vector<Source>& sources, const std::string& stub, const Compare& compare) {
  std::vector<Form> forms;
  for (const Source& source : sources) {
    const std::string own = without_stub(source.text, stub);
    if (tokens_of(own).size() < kLeastTokens) continue;
    const std::vector<std::string> tokens = tokens_of(source.text);
    forms.push_back({&source, own, {source.text, joined(tokens), without_names(tokens)}});
  }
  if (forms.size() < kLeastClass) return {};
  std::set<const Form*> one_of_many;
  std::vector<Alike> found = same_sources(forms, one_of_many);
  if (!compare) return found;
  std::vector<std::string> own;
  for (const Form& form : forms) own.push_back(form.own);
  for (Alike& one : similar_sources(forms, compare(own), one_of_many)) found.push_back(std::move(one));
  return found;
}

void read_similarity(const std::string& line, Similarities& all) {
  static const std::regex kLine(R"(([0-9]{1,9}) consists for ([0-9]{1,3}) % of ([0-9]{1,9}) material\s*)");
  std::smatch match;
  if (std::regex_match(line, match, kLine)) all[{std::stoul(match[1]), std::stoul(match[3])}] = std::stoi(match[2]);
}

void keep_sources(const fs::path& handed_in, const std::map<std::string, std::vector<std::string>>& programs, const fs::path& unit) {
  for (const auto& [lab, names] : programs)
    for (const compile::Built& built : compile::find_programs(handed_in, names, lab)) {
      if (!built.from_source || built.found.empty()) continue;
      const fs::path to = unit / kSourcesFolder / lab;
      std::error_code ignored;  // a source file that cannot be saved is not compared
      fs::create_directories(to, ignored);
      fs::copy_file(built.found, to / (built.program + ".cpp"), fs::copy_options::overwrite_existing, ignored);
    }
}

}  // namespace lab::classes
