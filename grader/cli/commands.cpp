// The list of commands. A new command needs a separate file, its declaration, and a line here.
#include "cli/commands.h"

#include <algorithm>
#include <cstdlib>

#include "cli/host.h"
#include "labs/labs.h"

namespace lab::cli {

report::Style style_of(const Reports& reports) {
  report::Style style;
  style.language = reports.language;
  style.color = reports.color;
  style.command = kit_command();
  style.options = reports.options;
  style.width = std::clamp(terminal_columns(), 60, 80);
  style.run_in_words = labs::run_in_words;
  // Visual Studio sets this variable for processes that it starts: CTest and its terminal, but not a separate developer prompt.
  const char* const visual_studio = std::getenv("VSAPPIDNAME");
  if (visual_studio && *visual_studio) style.places = report::PlaceForm::kVisualStudio;
  return style;
}

std::vector<Command> commands() {
  std::vector<Command> all;
  all.push_back(check_command());
  all.push_back(judge_command());
#if LAB_CLASSES  // libarchive is available
  all.push_back(class_command());
  all.push_back(regrade_command());
  all.push_back(judge_units_command());
  all.push_back(merge_command());
  all.push_back(export_command());
#endif
  all.push_back(show_command());
  all.push_back(selftest_command());
  all.push_back(bench_command());
  all.push_back(hint_command());
  all.push_back(reset_command());
  all.push_back(watch_command());
  all.push_back(judge_once_command());
  all.push_back(lan_command());
  all.push_back(cut_command());
  all.push_back(handouts_command());
  all.push_back(package_command());
  return all;
}

}  // namespace lab::cli
