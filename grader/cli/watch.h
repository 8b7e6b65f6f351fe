// lab watch: the loop that watches the source files, judges them, shows the results, and responds to keys.
#pragma once

#include <uv.h>

#include <array>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/judge_process.h"
#include "cli/page_server.h"
#include "cli/screen.h"
#include "cli/work_folder.h"
#include "loop/bar.h"
#include "loop/settle.h"
#include "report/columns.h"

namespace lab::cli {

// The time of day: "14:03:27".
std::string clock_time();

class Watch {
 public:
  // `with_page`: serves the report page, too.
  Watch(const Kit& kit, const rubric::Lab& lab, const Reports& reports, bool with_page);
  ~Watch();
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  // Runs until the user quits. Returns the signal that ended it, or 0.
  int run();

 private:
  // The results of the last judgement.
  struct Judged {
    std::vector<trace::Verdict> verdicts;
    std::filesystem::path runs;
    std::map<std::string, std::string> warnings;  // as for report::Style
  };

  void watch_folder();
  void listen_to_keys();
  void look();
  void judge(const std::vector<std::string>& changed, bool fresh);
  void start_worker();
  void told(const nlohmann::json& what);
  void judged(const nlohmann::json& what);
  void ended(JudgeProcess& worker, int exit_status, const std::string& errors);
  void show_status();
  void serve_page();
  void show_page(const nlohmann::json& what);
  void tell_page(const char* id, const nlohmann::json& args = nlohmann::json::object(), bool at_work = true);
  void key(char key);
  void show_next_one();
  void list();
  void explain(const trace::Verdict& verdict);
  void hint();
  void quit(int signal);
  void close_everything();

  // Prints a paragraph above the status line.
  void tell(const std::string& text, int indent = 0) { screen_.print(report::wrapped(text, indent, style_of(reports_).width)); }

  template <class... Args>
  std::string say(const char* id, Args&&... args) const {
    return text::sentence(reports_.language, id, std::forward<Args>(args)...);
  }

  const Kit& kit_;
  const Reports reports_;
  Screen screen_;
  WorkFolder folder_;                   // all files that judging creates
  const std::filesystem::path grader_;  // this program; stays the same even if a new version is built in its place in the meantime
  uv_loop_t loop_{};
  std::unique_ptr<PageServer> page_;                  // null: not requested
  int page_number_ = 0;                               // of the process that wrote the report shown on the page
  std::list<std::unique_ptr<JudgeProcess>> workers_;  // including stopped ones that have not exited yet
  JudgeProcess* worker_ = nullptr;                    // the one that is judging, or waiting for a request
  int started_ = 0;
  bool judging_ = false, quitting_ = false;
  int signal_ = 0;

  const rubric::Lab& lab_;
  const std::filesystem::path labs_folder_;  // of the lab
  loop::Settling settling_;                  // what was seen in it
  uv_fs_event_t event_{};                    // reports changes there
  Judged judged_;
  std::vector<std::string> changed_;        // the saved files that are being judged; empty if the user asked for it
  std::int64_t saved_at_ticks_ = 0;         // ... when they were saved, by the file system's clock; 0: not known
  std::string shown_check_, shown_reason_;  // the explanation on the screen
  loop::Work work_;                         // of the current judgement
  std::uint64_t work_began_ms_ = 0, playing_since_ms_ = 0;

  uv_timer_t again_{}, now_and_then_{}, drawing_{};
  std::array<uv_signal_t, 3> signals_{};
  uv_tty_t keyboard_{};
  std::array<char, 64> typed_{};
};

}  // namespace lab::cli
