// The steps of a scenario: writes to the programs' mailslots, types input, and creates the stage's own mailslots.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "scenario/scenario.h"
#include "stage/programs.h"
#include "stage/shared_record.h"
#include "win32/handle.h"

namespace lab::stage {

class Steps {
 public:
  // All arguments must outlive this object.
  Steps(const scenario::Assignment& run, SharedRecord& record, Programs& programs);

  // Creates the mailslot that underlies the addresses of the virtual LAN. Throws win32::Error.
  void create_lan();
  // Creates one of the stage's own mailslots: "mailbox", or "PC2:mailbox" on the LAN. Throws win32::Error.
  void create_slot(const std::string& name);

  // Does the next step, and the steps that are to be done with it. Returns false if no step is left.
  bool do_next();
  // For a thread that is held after CreateMailslot: writes the messages that its mailslot is to start with, and lets the thread continue.
  // Returns false if the thread's mailslot is not valid.
  bool pass_slot_gate(wire::Thread& thread);

 private:
  void do_step(const scenario::Step& step, std::int32_t number);
  void post(const scenario::Step& step, std::int32_t number);
  // The index of the computer, and the name of the mailslot on it. A name without a computer is on the computer of the program under test.
  std::pair<std::int32_t, std::wstring> place_of(const std::string& name) const;
  void tell_input_readers();

  const scenario::Assignment& run_;
  const scenario::Scenario& scenario_;
  SharedRecord& record_;
  wire::Wire& wire_;
  Programs& programs_;
  std::vector<win32::FileHandle> slots_;  // the system's mailslots that underlie the stage's own
  std::size_t next_ = 0;
};

// The bytes that a Korean keyboard and console produce for `text`; "\n" is the Enter key.
std::string as_typed(const std::string& text);

}  // namespace lab::stage
