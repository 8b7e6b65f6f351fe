// Releases fake workers.
#include "stage/fake_workers.h"

#include <algorithm>
#include <string>

#include "probe/wire_event.h"

namespace lab::stage {

FakeWorkers::FakeWorkers(const scenario::Scenario& scenario, SharedRecord& record, Programs& programs)
    : scenario_(scenario), record_(record), wire_(record.wire()), programs_(programs), go_(wire::kMaxPrograms) {}

bool FakeWorkers::is_held(std::uint32_t program) {
  const wire::Program& entry = wire_.programs[program];
  return entry.role == wire::Role::kStandin && !entry.released && !entry.suspended && !programs_.ended(program);
}

int FakeWorkers::next() {
  const std::vector<int>& starts = programs_.fake_workers();
  for (const int start : scenario_.release) {
    if (start < 1 || start > static_cast<int>(starts.size())) continue;
    const int program = starts[static_cast<std::size_t>(start - 1)];
    if (is_held(static_cast<std::uint32_t>(program))) return program;
  }
  for (const int program : starts)
    if (is_held(static_cast<std::uint32_t>(program))) return program;
  return -1;
}

void FakeWorkers::release(int program) {
  const auto number = static_cast<std::uint32_t>(program);
  wire::Program& entry = wire_.programs[number];
  const std::uint32_t code = exit_code_for(program);
  programs_.note_release(number);
  entry.exit_code = code;
  entry.released = 1;
  wire::add_event(wire_, wire::EventKind::kReleased, program, -1, static_cast<std::int64_t>(code));
  win32::Handle& go = go_[number];
  go.reset(CreateEventW(nullptr, TRUE, FALSE, record_.name_of(wire::kGoSuffix, number).c_str()));
  if (go) SetEvent(go.get());
  const HANDLE process = programs_.process_of(number);
  while (process && !programs_.ended(number) && !programs_.over() && !programs_.limits_reached()) WaitForSingleObject(process, kTickMs);
}

std::uint32_t FakeWorkers::exit_code_for(int program) const {
  const std::string arguments = arguments_of(shared_text(wire_.programs[program].command_line));
  for (const scenario::Worker& worker : scenario_.workers)
    if (worker.arguments == arguments) return worker.exit_code;
  const std::vector<int>& starts = programs_.fake_workers();
  const auto start = static_cast<std::size_t>(std::find(starts.begin(), starts.end(), program) - starts.begin());
  return start < scenario_.workers.size() ? scenario_.workers[start].exit_code : 0;
}

}  // namespace lab::stage
