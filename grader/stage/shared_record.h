// Maps the record that the programs in a run share with the stage, and lets the stage send commands to their threads.
#pragma once

#include <string>
#include <vector>

#include "probe/wire.h"
#include "scenario/scenario.h"
#include "win32/error.h"
#include "win32/handle.h"

namespace lab::stage {

class SharedRecord {
 public:
  enum class Open { kNew, kExisting };

  // Creates or opens the record of the run with this key. A new record is empty, and programs can join the run once its `magic` is set.
  // Throws win32::Error: ERROR_ALREADY_EXISTS if the key of a new record is taken, ERROR_FILE_NOT_FOUND if an existing record is not found.
  SharedRecord(const std::wstring& key, Open open);

  wire::Wire& wire() const { return *static_cast<wire::Wire*>(view_.get()); }
  HANDLE wake() const { return wake_.get(); }

  // The name of one of the run's kernel objects.
  std::wstring name_of(const wchar_t* suffix, std::uint32_t number = wire::kNever) const;

  // Sends the stage's command to the blocked thread.
  void send(wire::Thread& thread, wire::Command command);

 private:
  void begin();

  std::wstring key_;
  win32::Handle section_, wake_;
  win32::View view_;
  std::vector<win32::Handle> parks_;  // by thread
};

// The run's key, from which the names of its kernel objects are derived.
std::wstring run_key(const scenario::Assignment& run);

// The domain of every virtual LAN.
inline constexpr char kLanDomain[] = "LABDOMAIN";

// Writes text to a field of the record that was empty so far, truncated if it is too long.
template <std::size_t kRoom>
void put_text(wchar_t (&to)[kRoom], const std::string& text) {
  win32::widen(text).copy(to, kRoom - 1);
}

// Text from the shared record up to its terminator, or `room` characters if the program under test has overwritten the terminator.
std::string shared_text(const wchar_t* text, std::size_t room);
template <std::size_t kRoom>
std::string shared_text(const wchar_t (&text)[kRoom]) {
  return shared_text(text, kRoom);
}

// "PartAdder.exe 1 5" -> "1 5": the words after the program's own name, separated by single spaces.
std::string arguments_of(const std::string& command_line);

}  // namespace lab::stage
