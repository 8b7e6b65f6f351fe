// lab cut.
#include "cut/cut.h"

#include <fmt/core.h>

#include <algorithm>
#include <memory>

#include "cli/commands.h"
#include "cli/paragraph.h"
#include "cut/lab_list.h"

namespace lab::cli {
namespace {

int cut_labs(const Kit& kit, bool only_check, const Reports& reports) {
  require_solutions(kit, "cut");
  const std::vector<cut::Stub> stubs = only_check ? cut::look_at_stubs(kit.root) : cut::write_stubs(kit.root);
  for (const cut::Stub& stub : stubs) print_paragraph(cut::describe(stub, !only_check, reports.language));
  const cut::State list = only_check ? cut::look_at_lab_list(kit.root, kit.labs) : cut::write_lab_list(kit.root, kit.labs);
  print_paragraph(cut::describe_lab_list(list, !only_check, reports.language));
  const bool all_fresh = list == cut::State::kFresh &&
                         std::all_of(stubs.begin(), stubs.end(), [](const cut::Stub& stub) { return stub.state == cut::State::kFresh; });
  const bool left_alone = std::any_of(stubs.begin(), stubs.end(), [](const cut::Stub& stub) { return stub.state == cut::State::kEdited; });
  return (only_check ? all_fresh : !left_alone) ? 0 : 1;
}

}  // namespace

Command cut_command() {
  return {"cut", {"write labs/ from solutions/", "solutions/에서 labs/를 만듭니다"}, [](Options& add) -> Command::Run {
            const auto only_check = std::make_shared<bool>(false);
            add.flag("--check", *only_check, {"only report files that are out of date", "최신이 아닌 파일의 이름만 출력합니다"});
            return [only_check](const Kit& kit, const Reports& reports) { return cut_labs(kit, *only_check, reports); };
          }};
}

}  // namespace lab::cli
