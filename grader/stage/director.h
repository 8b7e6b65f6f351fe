// Directs one run: starts the program under test, notices when it is quiescent, and does then what the scenario says.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "probe/wire.h"
#include "stage/actor.h"
#include "stage/scenario.h"
#include "stage/shared_record.h"
#include "win32/handle.h"

namespace lab::stage {

// How often the stage looks when nobody wakes it, for output and limits.
inline constexpr DWORD kTickMs = 20;

// How the run's programs ended, for the recording.
enum class Verdict { kNone, kLoop, kBlocked, kTimeout, kFlood };

struct Ended {
  struct Program {
    Verdict by_grader = Verdict::kNone;
    bool signaled = false;       // its process object was seen Signaled
    std::string output, errors;  // of programs that the stage started
    bool output_cut = false;
  };
  std::vector<Program> programs;
};

class Director {
 public:
  // `corrected_slots`: mailslots answer as Windows does, whatever the system does.
  Director(const Scenario& scenario, const std::string& probe_dll, bool corrected_slots);
  ~Director();
  Director(const Director&) = delete;
  Director& operator=(const Director&) = delete;

  // Plays the scenario to its end. Throws win32::Error when the program cannot be started.
  Ended play();

  const wire::Wire& wire() const { return wire_; }

 private:
  static constexpr std::uint32_t kEverybody = wire::kNever;

  struct Known {  // what the stage holds of a program of the run
    win32::Handle process, go;
    bool signaled = false;
    std::uint32_t failed_calls = 0;
    Verdict verdict = Verdict::kNone;
  };

  void prepare();
  void start_programs();
  bool over();
  bool is_actor(std::uint32_t program) const { return program < actors_.size(); }
  void meet_programs();
  void open_gates();
  bool quiescent();
  bool is_quiescent(wire::Thread& thread, std::vector<wire::Thread*>& to_ask);
  bool confirm(const std::vector<wire::Thread*>& threads);
  void act();
  bool expire_earliest(wire::WaitReason reason);
  bool let_askers_go();
  int next_to_release();
  void release(int program);
  bool do_next_step();
  void do_step(const Step& step, std::int32_t number);
  void post(const Step& step, std::int32_t number);
  void create_slot(const std::string& name);
  std::pair<std::int32_t, std::wstring> place_of(const std::string& name) const;
  bool pass_slot_gate(wire::Thread& thread);
  void nudge_reader(wire::Thread& thread);
  void tell_input_readers();
  void fail_blocked();
  bool limits_reached();
  void end(Verdict why, std::uint32_t because_of = kEverybody);

  std::uint32_t actor_of(const wire::Thread& thread) const;
  bool ended(std::uint32_t program);
  bool held(std::uint32_t program);
  void send(wire::Thread& thread, wire::Command command) { record_.send(thread, command); }
  void await_wake(DWORD ms);
  std::uint32_t exit_code_for(std::uint32_t program, int start) const;

  const Scenario& scenario_;
  SharedRecord record_;
  wire::Wire& wire_;
  std::vector<Known> known_;
  std::vector<int> starts_;  // fake workers by their start
  std::string probe_dll_;
  std::vector<std::unique_ptr<Actor>> actors_;  // programs[i] of the record, as long as there are so many: the stage started them
  std::vector<win32::FileHandle> slots_;        // the system's mailslots that stand behind the stage's own
  std::size_t next_step_ = 0;
  std::uint64_t began_ms_ = 0;
  std::uint32_t expired_reads_ = 0;
  bool asked_go_on_ = true;  // nobody who is blocked for its many questions waits for the news of a release, or of a step
  bool stopped_ = false;     // by a limit
};

// The system's mailslot that stands behind a slot of the stage's own (or behind the LAN). Throws win32::Error.
win32::FileHandle make_system_slot(const std::wstring& key, std::int32_t slot);

// The bytes that a Korean keyboard and console give for `text`, "\n" being the Enter key.
std::string as_typed(const std::string& text);

// The run's key: what the names of its kernel objects follow from.
std::wstring run_key(const Scenario& scenario);

// "PartAdder.exe 1  5" -> "1 5": the words after the program's own name, with single blanks between them.
std::string arguments_of(const std::string& command_line);

// Text from the shared record: up to its terminator, or as long as its room where the program under test has overwritten that.
std::string shared_text(const wchar_t* text, std::size_t room);
template <std::size_t kRoom>
std::string shared_text(const wchar_t (&text)[kRoom]) {
  return shared_text(text, kRoom);
}

}  // namespace lab::stage
