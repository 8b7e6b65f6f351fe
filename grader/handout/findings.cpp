// Examines pages section by section.
#include "handout/findings.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

#include "handout/page.h"

namespace lab::handout {
namespace {

using text::Problem;

struct Section {
  int line = 1;
  std::string heading;              // its level and the number of its step: "###", "### 3"
  int step = 0;                     // 0: not a step
  std::vector<std::string> blocks;  // "shown: ...", the commands in a block, or "" for any other block or picture
  std::vector<int> block_lines;
  std::string prose;  // everything else
};

int step_of(const std::string& heading) {
  static const std::regex kStep("### (?:Step ([0-9]+):|([0-9]+)단계:) .*");
  std::smatch match;
  if (!std::regex_match(heading, match, kStep)) return 0;
  return std::stoi(match[1].matched ? match[1] : match[2]);
}

bool is_commands(const std::string& block) {
  std::istringstream lines(block);
  for (std::string line; std::getline(lines, line);)
    if (!line.starts_with("$ ") && !line.starts_with("> ")) return false;
  return !block.empty();
}

// Throws text::Problem for malformed blocks (page.h).
std::vector<Section> sections_of(const Page& page) {
  shown_in(page.text, page.file);
  std::vector<Section> sections(1);
  std::string shown, block;
  bool in_block = false;
  int number = 0;
  std::istringstream lines(page.text);
  for (std::string line; std::getline(lines, line);) {
    ++number;
    Section& section = sections.back();
    if (line.starts_with("```")) {
      in_block = !in_block;
      if (in_block) {
        section.block_lines.push_back(number);
        block.clear();
      } else {
        section.blocks.push_back(!shown.empty() ? shown : is_commands(block) ? block : "");
        shown.clear();
      }
    } else if (in_block) {
      block += line + "\n";
    } else if (line.starts_with("<!-- shown: ")) {
      shown = line;
    } else if (line.starts_with("![")) {
      section.block_lines.push_back(number);
      section.blocks.push_back(shown);
      shown.clear();
    } else if (line.starts_with("#")) {
      Section next;
      next.line = number;
      next.step = step_of(line);
      next.heading = line.substr(0, line.find(' ')) + (next.step > 0 ? " " + std::to_string(next.step) : "");
      sections.push_back(next);
    } else {
      section.prose += line + "\n";
    }
  }
  return sections;
}

std::set<std::string> found(const std::string& text, const std::regex& pattern) {
  std::set<std::string> all;
  for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match) all.insert((*match)[1]);
  return all;
}

std::set<std::string> checks_in(const std::string& prose) {
  static const std::regex kCheck("`([A-Z][A-Za-z]+\\.[A-Z][A-Za-z0-9]+)`");
  return found(prose, kCheck);
}

std::set<std::string> links_in(const std::string& prose) {
  static const std::regex kLink("\\]\\(([^)\\s]+)\\)");
  return found(prose, kLink);
}

bool is_primary(const std::string& link) {
  for (const char* host : {"learn.microsoft.com", "techcommunity.microsoft.com", "visualstudio.microsoft.com", "github.com/microsoft",
                           "www.winehq.org", "ui.perfetto.dev"})
    if (link.starts_with(std::string("https://") + host + "/")) return true;
  return false;
}

bool is_relative(const std::string& link) { return link.find(':') == std::string::npos && !link.starts_with("/"); }

template <class Names>
std::string listed(const Names& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

class Findings {
 public:
  explicit Findings(const Page& page) : file_(page.file) {}

  void add(const char* id, int line, nlohmann::json args = nlohmann::json::object()) {
    args["file"] = file_;
    args["line"] = line;
    all_.emplace_back(id, std::move(args));
  }
  std::vector<Problem> take() { return std::move(all_); }

 private:
  std::string file_;
  std::vector<Problem> all_;
};

// Each step must occur once, in order, followed by the stub's lines.
void look_at_steps(const std::vector<Section>& sections, const LabFacts& lab, Findings& out) {
  int last = 0;
  for (const Section& section : sections) {
    if (section.step == 0) continue;
    if (section.step != last + 1 || section.step > lab.steps)
      out.add("handout_wrong_step", section.line, {{"step", section.step}, {"expected", last + 1}, {"steps", lab.steps}});
    last = section.step;
    const std::regex code("<!-- shown: code labs/" + lab.folder + "/[A-Za-z]+\\.cpp " + std::to_string(section.step) + " -->");
    const bool shows =
        std::any_of(section.blocks.begin(), section.blocks.end(), [&](const std::string& block) { return std::regex_match(block, code); });
    if (!shows) out.add("handout_step_without_code", section.line, {{"step", section.step}, {"folder", lab.folder}});
  }
  if (last < lab.steps) out.add("handout_missing_step", sections.back().line, {{"step", last + 1}});
}

void look_at_checks(const std::vector<Section>& sections, const LabFacts& lab, const std::vector<std::string>& known, Findings& out) {
  std::set<std::string> suites;
  for (const std::string& check : known) suites.insert(check.substr(0, check.find('.')));
  for (const Section& section : sections)
    for (const std::string& check : checks_in(section.prose))
      if (suites.count(check.substr(0, check.find('.'))) && !std::count(known.begin(), known.end(), check))
        out.add("handout_unknown_check", section.line, {{"check", check}});
  for (const CheckOfLab& check : lab.checks) {
    const auto its = std::find_if(sections.begin(), sections.end(), [&](const Section& section) { return section.step == check.step; });
    if (its == sections.end() || !checks_in(its->prose).count(check.id))
      out.add("handout_check_unnamed", its == sections.end() ? 1 : its->line, {{"check", check.id}, {"step", check.step}});
  }
}

}  // namespace

std::vector<Problem> findings(const Page& page, const LabFacts& lab, const std::vector<std::string>& known) {
  Findings out(page);
  const std::vector<Section> sections = sections_of(page);
  look_at_steps(sections, lab, out);
  look_at_checks(sections, lab, known, out);
  for (const Section& section : sections) {
    for (std::size_t i = 0; i < section.blocks.size(); ++i)
      if (section.blocks[i].empty()) out.add("handout_typed_block", section.block_lines[i]);
    for (const std::string& link : links_in(section.prose))
      if (!is_primary(link) && !is_relative(link)) out.add("handout_other_link", section.line, {{"link", link}});
  }
  return out.take();
}

std::vector<Problem> differences(const Page& one, const Page& other) {
  static const std::regex kItem("(?:^|\n) *((?:[0-9]+\\.|-) |\\|)");
  Findings out(one);
  const std::vector<Section> a = sections_of(one), b = sections_of(other);
  const auto differ = [&](const Section& section, const char* id, const std::string& here, const std::string& there) {
    out.add(id, section.line, {{"other", other.file}, {"here", here}, {"there", there}});
  };
  const auto count = [](const std::string& prose) {
    return std::to_string(std::distance(std::sregex_iterator(prose.begin(), prose.end(), kItem), std::sregex_iterator()));
  };
  const auto https = [](const std::string& prose) {
    std::set<std::string> links = links_in(prose);
    std::erase_if(links, is_relative);
    return listed(links);
  };
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (a[i].heading != b[i].heading) {
      differ(a[i], "handout_other_heading", a[i].heading, b[i].heading);
      return out.take();  // every section after this would differ
    }
    if (a[i].blocks != b[i].blocks) differ(a[i], "handout_other_blocks", listed(a[i].blocks), listed(b[i].blocks));
    if (checks_in(a[i].prose) != checks_in(b[i].prose))
      differ(a[i], "handout_other_checks", listed(checks_in(a[i].prose)), listed(checks_in(b[i].prose)));
    if (https(a[i].prose) != https(b[i].prose)) differ(a[i], "handout_other_links", https(a[i].prose), https(b[i].prose));
    if (count(a[i].prose) != count(b[i].prose)) differ(a[i], "handout_other_items", count(a[i].prose), count(b[i].prose));
  }
  if (a.size() != b.size()) differ(a.back(), "handout_other_length", std::to_string(a.size() - 1), std::to_string(b.size() - 1));
  return out.take();
}

}  // namespace lab::handout
