// Finds corresponding programs and actions.
#include "replay/pairs.h"

#include <map>
#include <string>

namespace lab::replay {

using trace::Run;

std::optional<int> same_program(const Run& run, int program, const Run& correct) {
  const trace::Program& it = run.programs[static_cast<std::size_t>(program)];
  if (it.role == trace::Role::kStandin || it.role == trace::Role::kForeign) return {};
  int which = 0;
  for (int i = 0; i < program; ++i) which += run.programs[static_cast<std::size_t>(i)].role == it.role;
  for (std::size_t i = 0; i < correct.programs.size(); ++i)
    if (correct.programs[i].role == it.role && which-- == 0) return static_cast<int>(i);
  return {};
}

std::vector<std::optional<std::size_t>> counterparts(const std::vector<Action>& own, const std::vector<Action>& right) {
  std::vector<std::optional<std::size_t>> same(own.size());
  std::vector<bool> taken(right.size());
  for (const bool messages : {true, false}) {
    const auto is_looked_at = [messages](const Action& action) {
      return action.kind != Action::Kind::kPrint && (!messages || action.does.starts_with(name(trace::Api::kWriteFile)));
    };
    const auto key = [messages](const Action& action) { return messages ? action.does + '\n' + action.answer : action.does; };
    std::map<std::string, std::vector<std::size_t>> left;  // the correct program's unpaired actions, in reverse order
    for (std::size_t i = right.size(); i-- > 0;)
      if (is_looked_at(right[i]) && !taken[i]) left[key(right[i])].push_back(i);
    for (std::size_t i = 0; i < own.size(); ++i) {
      const auto found = left.find(key(own[i]));
      if (!is_looked_at(own[i]) || same[i] || found == left.end() || found->second.empty()) continue;
      same[i] = found->second.back();
      taken[*same[i]] = true;
      found->second.pop_back();
    }
  }
  return same;
}

}  // namespace lab::replay
