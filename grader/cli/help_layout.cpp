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
constexpr Label kLabels[] = {{"Usage", {"Usage", "사용법"}},
                             {"OPTIONS", {"OPTIONS", "옵션"}},
                             {"SUBCOMMAND", {"SUBCOMMAND", "명령"}},
                             {"Positionals", {"Positionals", "인수"}},
                             {"POSITIONALS", {"Positionals", "인수"}},
                             {"REQUIRED", {"REQUIRED", "필수"}},
                             {"Needs", {"Needs", "함께 써야 함"}},
                             {"Excludes", {"Excludes", "함께 쓸 수 없음"}}};

constexpr std::size_t kNameColumns = 22;

// CLI11 2.5 and later wrap lines and indent long names; the functions that prevent this do not exist in earlier versions.
template <typename Formatter>
void leave_lines_alone(Formatter& formatter) {
  constexpr std::size_t kNoLimit = std::numeric_limits<int>::max();
  if constexpr (requires { formatter.right_column_width(kNoLimit); }) formatter.right_column_width(kNoLimit);
  if constexpr (requires { formatter.enable_description_formatting(false); }) formatter.enable_description_formatting(false);
  if constexpr (requires { formatter.enable_footer_formatting(false); }) formatter.enable_footer_formatting(false);
  if constexpr (requires { formatter.long_option_alignment_ratio(0.1F); }) formatter.long_option_alignment_ratio(0.1F);
}

}  // namespace

HelpLayout::HelpLayout(text::Language language) {
  column_width(kNameColumns);
  for (const Label& label : kLabels) this->label(label.name, label.help.in(language));
  leave_lines_alone(*this);
}

// CLI11 2.5 and later print either the label or the name, and more empty lines.
std::string HelpLayout::make_usage(const CLI::App* app, std::string name) const {
  const std::string label = get_label("Usage") + ":";
  std::string usage = CLI::Formatter::make_usage(app, "");
  usage.erase(0, usage.find(label) + label.size());
  usage.erase(usage.find_last_not_of('\n') + 1);
  return label + " " + name + usage + "\n";
}

}  // namespace lab::cli
