// A run's shared memory and its kernel objects.
#include "stage/shared_record.h"

#include <algorithm>
#include <string_view>

#include "win32/error.h"

namespace lab::stage {

SharedRecord::SharedRecord(const std::wstring& key, Open open) : key_(key), parks_(wire::kMaxThreads) {
  const std::wstring name = name_of(wire::kWireSuffix);
  if (open == Open::kExisting) {
    section_.reset(OpenFileMappingW(FILE_MAP_ALL_ACCESS, FALSE, name.c_str()));
    if (!section_) win32::throw_last_error("OpenFileMapping");
  } else {
    section_.reset(CreateFileMappingW(INVALID_HANDLE_VALUE, nullptr, PAGE_READWRITE, 0, sizeof(wire::Wire), name.c_str()));
    if (!section_) win32::throw_last_error("CreateFileMapping");
    if (GetLastError() == ERROR_ALREADY_EXISTS) throw win32::Error("CreateFileMapping", ERROR_ALREADY_EXISTS);
  }
  view_ = win32::View(MapViewOfFile(section_.get(), FILE_MAP_ALL_ACCESS, 0, 0, 0));
  if (!view_.get()) win32::throw_last_error("MapViewOfFile");
  wake_.reset(CreateEventW(nullptr, FALSE, FALSE, name_of(wire::kWakeSuffix).c_str()));
  if (!wake_) win32::throw_last_error("CreateEvent");
  if (open == Open::kNew) begin();
}

void SharedRecord::begin() {
  LARGE_INTEGER counter;
  QueryPerformanceFrequency(&counter);
  wire().frequency = counter.QuadPart;
  QueryPerformanceCounter(&counter);
  wire().began = counter.QuadPart;
  wire().bytes = sizeof(wire::Wire);
}

std::wstring SharedRecord::name_of(const wchar_t* suffix, std::uint32_t number) const {
  wchar_t name[128];
  wire::object_name(name, key_.c_str(), suffix, number);
  return name;
}

void SharedRecord::send(wire::Thread& thread, wire::Command command) {
  const auto number = static_cast<std::uint32_t>(&thread - wire().threads);
  win32::Handle& park = parks_[number];
  if (!park) park.reset(OpenEventW(EVENT_MODIFY_STATE, FALSE, name_of(wire::kParkSuffix, number).c_str()));
  thread.command = (static_cast<std::uint64_t>(thread.block.load()) << 32) | static_cast<std::uint64_t>(command);
  if (park) SetEvent(park.get());
}

std::wstring run_key(const scenario::Assignment& run) {
  wchar_t key[64];
  wire::key_of(key, win32::widen(run.folder + "\\x").c_str());
  return key;
}

std::string shared_text(const wchar_t* text, std::size_t room) {
  std::wstring copy(text, room);
  copy.resize(std::min(copy.find(L'\0'), room));
  return win32::narrow(copy);
}

std::string arguments_of(const std::string& command_line) {
  std::string_view rest = command_line;
  const bool quoted = !rest.empty() && rest.front() == '"';
  const std::size_t end = quoted ? rest.find('"', 1) : rest.find_first_of(" \t");
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(quoted ? end + 1 : end);
  std::string out;
  while (!rest.empty()) {
    const std::size_t start = rest.find_first_not_of(" \t");
    if (start == std::string_view::npos) break;
    const std::size_t stop = std::min(rest.find_first_of(" \t", start), rest.size());
    if (!out.empty()) out += ' ';
    out += rest.substr(start, stop - start);
    rest.remove_prefix(stop);
  }
  return out;
}

}  // namespace lab::stage
