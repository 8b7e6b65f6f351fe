// lab cut.
#include "cut/cut.h"

#include <fmt/core.h>

#include <algorithm>

#include "cli/commands.h"
#include "cut/lab_list.h"

namespace lab::cli {

int cut_labs(const Kit& kit, bool only_check, const Reports& reports) {
  require_solutions(kit, "cut");
  const std::vector<cut::Stub> stubs = only_check ? cut::look_at_stubs(kit.root) : cut::write_stubs(kit.root);
  for (const cut::Stub& stub : stubs) fmt::print("{}\n", cut::describe(stub, !only_check, reports.language));
  const cut::State list = only_check ? cut::look_at_lab_list(kit.root, kit.labs) : cut::write_lab_list(kit.root, kit.labs);
  fmt::print("{}\n", cut::describe_lab_list(list, !only_check, reports.language));
  const bool all_fresh = list == cut::State::kFresh &&
                         std::all_of(stubs.begin(), stubs.end(), [](const cut::Stub& stub) { return stub.state == cut::State::kFresh; });
  const bool left_alone = std::any_of(stubs.begin(), stubs.end(), [](const cut::Stub& stub) { return stub.state == cut::State::kEdited; });
  return (only_check ? all_fresh : !left_alone) ? 0 : 1;
}

}  // namespace lab::cli
