// SlotFacts: checks which facts about mailslots hold on this system, and prints one line per fact. Run it by hand on Windows, too: no line
// may say `differs`.
//
//   SlotFacts [GROUP]     ID holds | ID differs: RESULT | ID unknown: seen RESULT; without GROUP, all facts
//   SlotFacts --list      one line per fact, separated by tabs: GROUP, ID, SITUATION, WINDOWS, then KIND, TITLE, WHERE for each source
//   SlotFacts --platform  "Windows 10.0.22631" or "Wine 8.0"
//
// Exit status: 0 no fact differs, 1 a fact differs, 2 no such group.
#include <windows.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/facts/child.h"
#include "tests/facts/facts.h"

namespace {

using namespace lab::facts;

const std::vector<Group>& groups() {
  static const std::vector<Group> all = {names(), opening(), reading(), asking(), sizes(), life(), heirs(), crowds(), overlapped()};
  return all;
}

void list() {
  for (const Group& group : groups()) {
    for (const Fact& fact : group.facts) {
      std::printf("%s\t%s\t%s\t%s", group.name, fact.id, fact.situation, fact.windows);
      for (const Source* source : fact.sources) std::printf("\t%c\t%s\t%s", source->kind, source->title, source->where);
      std::printf("\n");
    }
  }
}

void name_platform() {
  const HMODULE ntdll = GetModuleHandleW(L"ntdll.dll");
  if (const auto wine = reinterpret_cast<const char*(CDECL*)()>(reinterpret_cast<void*>(GetProcAddress(ntdll, "wine_get_version")))) {
    std::printf("Wine %s\n", wine());
    return;
  }
  OSVERSIONINFOW version = {};
  version.dwOSVersionInfoSize = sizeof version;
  // GetVersionEx reports an older version to programs without a manifest.
  const auto tell = reinterpret_cast<LONG(WINAPI*)(OSVERSIONINFOW*)>(reinterpret_cast<void*>(GetProcAddress(ntdll, "RtlGetVersion")));
  if (tell) tell(&version);
  std::printf("Windows %lu.%lu.%lu\n", version.dwMajorVersion, version.dwMinorVersion, version.dwBuildNumber);
}

// Returns false if the fact differs.
bool look(const Fact& fact) {
  Seen seen;
  try {
    seen = fact.look();
  } catch (const Unexpected& unexpected) {
    seen = {false, unexpected.what};
  }
  const bool known = !fact.sources.empty();
  if (!known)
    std::printf("%s unknown: seen %s\n", fact.id, seen.what.c_str());
  else if (seen.as_windows)
    std::printf("%s holds\n", fact.id);
  else
    std::printf("%s differs: %s\n", fact.id, seen.what.c_str());
  std::fflush(stdout);
  return !known || seen.as_windows;
}

int look_at(const std::wstring& wanted) {
  bool found = false, all_hold = true;
  for (const Group& group : groups()) {
    const std::string name = group.name;
    if (!wanted.empty() && wanted != std::wstring(name.begin(), name.end())) continue;
    found = true;
    for (const Fact& fact : group.facts) all_hold = look(fact) && all_hold;
  }
  if (!found) {
    std::fprintf(stderr, "SlotFacts: no such group. Try one of:");
    for (const Group& group : groups()) std::fprintf(stderr, " %s", group.name);
    std::fprintf(stderr, "\n");
    return 2;
  }
  return all_hold ? 0 : 1;
}

}  // namespace

int wmain(int argc, wchar_t** argv) {
  const std::wstring word = argc > 1 ? argv[1] : L"";
  if (word == L"--errand" && argc == 5)
    return static_cast<int>(
        run_errand(argv[2], argv[3], reinterpret_cast<HANDLE>(static_cast<std::uintptr_t>(_wcstoui64(argv[4], nullptr, 10)))));
  if (word == L"--list")
    list();
  else if (word == L"--platform")
    name_platform();
  else
    return look_at(word);
  return 0;
}
