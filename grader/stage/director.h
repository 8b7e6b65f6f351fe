// Directs one run: starts the program under test, notices when everything stands still, and does then what the scenario says.
#pragma once

#include <string>
#include <vector>

#include "probe/wire.h"
#include "stage/scenario.h"
#include "win32/handle.h"

namespace lab::stage {

class Actor;

// How often the stage looks when nobody wakes it, for output and limits.
inline constexpr DWORD kTickMs = 20;

// How the run's programs ended, for the recording.
enum class Verdict { kNone, kLoop, kBlocked, kTimeout, kFlood };

struct Ended {
  Verdict by_grader = Verdict::kNone;
  std::vector<bool> signaled;  // by program: its process object was seen Signaled
  std::string output, errors;
  bool output_cut = false;
};

class Director {
 public:
  explicit Director(const Scenario& scenario, const std::string& probe_dll);
  ~Director();
  Director(const Director&) = delete;
  Director& operator=(const Director&) = delete;

  // Plays the scenario to its end. Throws win32::Error when the program cannot be started.
  Ended play();

  const wire::Wire& wire() const { return wire_; }

 private:
  struct Known {  // what the stage holds of a program of the run
    win32::Handle process, go;
    bool signaled = false;
  };

  void prepare();
  void meet_programs();
  void open_gates();
  bool still();
  bool thread_stands(wire::Thread& thread, std::vector<wire::Thread*>& to_ask);
  bool confirm(const std::vector<wire::Thread*>& threads);
  void act();
  bool expire_earliest(wire::Why why);
  bool let_askers_go();
  int next_to_release();
  void release(int program);
  void fail_blocked();
  bool limits_reached();
  void end(Verdict why);

  bool ended(std::uint32_t program);
  bool held(std::uint32_t program);
  void say(wire::Thread& thread, wire::Word word);
  void await_wake(DWORD ms);
  std::uint32_t exit_code_for(std::uint32_t program, int start) const;

  const Scenario& scenario_;
  win32::Handle section_, wake_;
  win32::View view_;
  wire::Wire& wire_;
  std::vector<Known> known_;
  std::vector<win32::Handle> parks_;
  std::vector<int> starts_;  // stand-ins by their start
  std::string probe_dll_;
  Actor* actor_ = nullptr;
  std::uint64_t began_ms_ = 0;
  std::uint32_t failed_calls_ = 0;
  bool asked_go_on_ = true;  // nobody who stands still for its many questions waits for the news of a release
  Verdict verdict_ = Verdict::kNone;
};

// "PartAdder.exe 1  5" -> "1 5": the words after the program's own name, with single blanks between them.
std::string arguments_of(const std::string& command_line);

// Text from the shared record: up to its terminator, or as long as its room where the program under test has overwritten that.
std::string shared_text(const wchar_t* text, std::size_t room);
template <std::size_t kRoom>
std::string shared_text(const wchar_t (&text)[kRoom]) {
  return shared_text(text, kRoom);
}

}  // namespace lab::stage
