// Launches programs without the probe.
#include "stage/bare.h"

#include <set>
#include <thread>

#include "stage/steps.h"
#include "win32/error.h"

namespace lab::stage {
namespace {

using scenario::Assignment;
using scenario::Scenario;
using scenario::Step;

// Uncorrected Wine 8 blocks a writer if its messages are not read.
void take_everything(HANDLE slot) {
  char message[8192];
  DWORD bytes = 0;
  while (ReadFile(slot, message, sizeof message, &bytes, nullptr) || GetLastError() != ERROR_INVALID_HANDLE) {
  }
}

win32::Handle input_of(const Scenario& scenario) {
  std::string typed;
  for (const Step& step : scenario.steps)
    if (step.kind == Step::Kind::kType) typed += as_typed(step.text);
  win32::Handle read, write;
  if (!CreatePipe(read.put(), write.put(), nullptr, static_cast<DWORD>(typed.size() + 1))) win32::throw_last_error("CreatePipe");
  DWORD written = 0;
  WriteFile(write.get(), typed.data(), static_cast<DWORD>(typed.size()), &written, nullptr);
  SetHandleInformation(read.get(), HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
  return read;
}

}  // namespace

BareSlots::BareSlots(const std::vector<Group>& groups) {
  std::set<std::string> names;
  for (const Group& group : groups)
    for (const Assignment& run : group) {
      const Scenario& scenario = run.scenario;
      names.insert(scenario.slots.begin(), scenario.slots.end());
      for (const Step& step : scenario.steps)
        if (!step.slot.empty()) names.insert(step.slot);
    }
  for (const std::string& name : names) {
    const std::wstring path = L"\\\\.\\mailslot\\" + win32::widen(name);
    win32::FileHandle slot(CreateMailslotW(path.c_str(), 0, MAILSLOT_WAIT_FOREVER, nullptr));
    if (!slot) win32::throw_last_error("CreateMailslot");
    std::thread(take_everything, slot.get()).detach();
    slots_.push_back(std::move(slot));
  }
}

void launch_bare(const Assignment& run) {
  const Scenario& scenario = run.scenario;
  constexpr DWORD kLongestMs = 10'000;
  SECURITY_ATTRIBUTES inheritable = {sizeof inheritable, nullptr, TRUE};
  win32::FileHandle nothing(
      CreateFileW(L"NUL", GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, &inheritable, OPEN_EXISTING, 0, nullptr));
  if (!nothing) win32::throw_last_error("CreateFile (NUL)");
  const win32::Handle input = input_of(scenario);
  STARTUPINFOW startup = {};
  startup.cb = sizeof startup;
  startup.dwFlags = STARTF_USESTDHANDLES;
  startup.hStdInput = input.get();
  startup.hStdOutput = startup.hStdError = nothing.get();
  const std::wstring folder = win32::widen(run.folder);
  std::vector<std::string> lines = {scenario.program + ".exe\" " + scenario.arguments};
  for (const std::string& peer : scenario.peers) lines.push_back(peer + ".exe\"");
  for (const std::string& rest : lines) {
    std::wstring line = L"\"" + folder + L"\\" + win32::widen(rest);
    PROCESS_INFORMATION started = {};
    if (!CreateProcessW(nullptr, line.data(), nullptr, nullptr, TRUE, 0, nullptr, folder.c_str(), &startup, &started))
      win32::throw_last_error("CreateProcess");
    const win32::Handle process(started.hProcess);
    const win32::Handle thread(started.hThread);
    if (WaitForSingleObject(process.get(), kLongestMs) != WAIT_OBJECT_0) TerminateProcess(process.get(), wire::kEndedByGrader);
  }
}

}  // namespace lab::stage
