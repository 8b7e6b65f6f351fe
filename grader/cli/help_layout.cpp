// Sets up and completes CLI11's own layout of help.
#include "cli/help_layout.h"

#include <limits>

#include "cli/command.h"

namespace lab::cli {
namespace {

// CLI11's own words around descriptions; it looks up each label by its English text, of which newer versions have other spellings.
struct Label {
  const char* name;
  Help help;
};
constexpr Label kLabels[] = {{"Usage", {"Usage", "사용법"}},           {"OPTIONS", {"OPTIONS", "옵션"}},
                             {"SUBCOMMAND", {"SUBCOMMAND", "명령"}},   {"Positionals", {"Positionals", "인수"}},
                             {"POSITIONALS", {"Positionals", "인수"}}, {"REQUIRED", {"REQUIRED", "필수"}},
                             {"Needs", {"Needs", "함께 써야 함"}},     {"Excludes", {"Excludes", "함께 쓸 수 없음"}}};

constexpr std::size_t kNameColumns = 22;

// CLI11 2.5 and later wrap lines and indent long names; the functions that prevent this do not exist in earlier versions.
template <typename Formatter>
void leave_lines_alone(Formatter& formatter) {
  constexpr std::size_t kNoLimit = std::numeric_limits<int>::max();
  if constexpr (requires { formatter.right_column_width(kNoLimit); }) formatter.right_column_width(kNoLimit);
  if constexpr (requires { formatter.description_paragraph_width(kNoLimit); }) formatter.description_paragraph_width(kNoLimit);
  if constexpr (requires { formatter.footer_paragraph_width(kNoLimit); }) formatter.footer_paragraph_width(kNoLimit);
  if constexpr (requires { formatter.long_option_alignment_ratio(0.1F); }) formatter.long_option_alignment_ratio(0.1F);
}

std::string without_line_ends(std::string text) {
  text.erase(text.find_last_not_of('\n') + 1);
  return text;
}

}  // namespace

HelpLayout::HelpLayout(text::Language language) {
  column_width(kNameColumns);
  for (const Label& label : kLabels) this->label(label.name, label.help.in(language));
  leave_lines_alone(*this);
}

// How many empty lines follow the description depends on the version.
std::string HelpLayout::make_description(const CLI::App* app) const { return without_line_ends(CLI::Formatter::make_description(app)); }

// CLI11 2.5 and later print either the label or the name.
std::string HelpLayout::make_usage(const CLI::App* app, std::string name) const {
  const std::string label = get_label("Usage") + ":";
  std::string usage = without_line_ends(CLI::Formatter::make_usage(app, ""));
  usage.erase(0, usage.find(label) + label.size());
  return "\n" + label + " " + name + usage + "\n";
}

}  // namespace lab::cli
