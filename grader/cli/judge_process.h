// The processes that judge for `lab watch`: each makes one judgement, and is started before it is needed.
#pragma once

#include <uv.h>

#include <array>
#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace lab::cli {

// The command that such a process runs.
inline constexpr const char* kJudgeOnce = "judge-once";

// A request for a judgement is one line on stdin: the lab's number. When stdin closes, the process ends, with everything that it has
// started. If this word follows the number, every run is recorded again;
inline constexpr const char* kFresh = "fresh";
// ... if this word follows, a report page is written, too.
inline constexpr const char* kPage = "page";

// Exists until it has called Owner::ended, which deletes it. Runs entirely on the loop's thread.
class JudgeProcess {
 public:
  struct Owner {
    // Called for each message: {"t": "compiling"}; {"t": "playing", "played", "all", "which"}; {"t": "judged", "build_ms", "play_ms",
    // "judge_ms", "runs": FILE, "result": as report::json writes it}; {"t": "page", "number": the process's own, "file"}
    std::function<void(JudgeProcess&, const nlohmann::json&)> told;
    // `errors`: its output on stderr. The object may be deleted now.
    std::function<void(JudgeProcess&, int exit_status, const std::string& errors)> ended;
  };

  // If the process cannot be started, `ended` is called at once, with the reason in `errors`.
  JudgeProcess(uv_loop_t& loop, const std::vector<std::string>& argv, Owner owner);
  JudgeProcess(const JudgeProcess&) = delete;
  JudgeProcess& operator=(const JudgeProcess&) = delete;

  void judge(const std::string& lab, bool fresh, bool page);
  // Has the process end with everything that it has started, whatever it is doing.
  void stop();
  // Terminates it, for when stop() did not help.
  void kill();

 private:
  void listen(uv_pipe_t& pipe);
  void take(const uv_stream_t* stream, std::string_view text);
  void close(uv_handle_t* handle);
  void close_when_done();

  Owner owner_;
  uv_process_t process_{};
  uv_pipe_t in_{}, out_{}, err_{};
  uv_write_t writing_{};
  std::array<char, 65536> space_{};
  std::string request_, line_, errors_;
  int open_ = 0;  // handles that are not closed yet
  int exit_status_ = -1;
  bool exited_ = false, stopped_ = false, out_ended_ = false;
};

}  // namespace lab::cli
