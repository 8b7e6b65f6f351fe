// The steps of a scenario: writing to the programs' mailslots, typing, making mailslots of the stage's own.
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
  // All must outlive this.
  Steps(const scenario::Assignment& run, SharedRecord& record, Programs& programs);

  // Makes the mailslot behind the addresses of the virtual LAN. Throws win32::Error.
  void create_lan();
  // Makes a mailslot of the stage's own: "mailbox", or on the LAN "PC2:mailbox". Throws win32::Error.
  void create_slot(const std::string& name);

  // Does the next step, and those that belong to the same moment. False: there is none left.
  bool do_next();
  // For a thread at the gate of CreateMailslot: writes the messages that are to lie in its mailslot from the beginning, and lets it go on.
  // False: it is at another gate.
  bool pass_slot_gate(wire::Thread& thread);

 private:
  void do_step(const scenario::Step& step, std::int32_t number);
  void post(const scenario::Step& step, std::int32_t number);
  // The computer's number and the mailslot's name there; a name alone is on the computer of the program under test.
  std::pair<std::int32_t, std::wstring> place_of(const std::string& name) const;
  void tell_input_readers();

  const scenario::Assignment& run_;
  const scenario::Scenario& scenario_;
  SharedRecord& record_;
  wire::Wire& wire_;
  Programs& programs_;
  std::vector<win32::FileHandle> slots_;  // the system's mailslots that stand behind the stage's own
  std::size_t next_ = 0;
};

// The bytes that a Korean keyboard and console give for `text`, "\n" being the Enter key.
std::string as_typed(const std::string& text);

}  // namespace lab::stage
