// Watches labs/, has saved files judged, and reports the changes.
#include "cli/watch.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <csignal>

#include "cli/commands.h"
#include "cli/host.h"
#include "cli/standings.h"
#include "compile/process.h"
#include "loop/keys.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;

// How often to check folders in any case, because some network and container file systems report no changes.
constexpr std::uint64_t kBetweenLooksMs = 500;
constexpr std::uint64_t kBetweenDrawingsMs = 100;
constexpr std::uint64_t kPatienceMs = 400;  // a judgement that takes longer is shown as in progress
constexpr std::uint64_t kLastPatienceMs = 20'000;

std::uint64_t now_ms() { return uv_hrtime() / 1'000'000; }

Watch& watch_of(void* data) { return *static_cast<Watch*>(data); }

}  // namespace

Watch::Watch(const Kit& kit, const rubric::Lab& lab, const Reports& reports, bool with_page)
    : kit_(kit),
      reports_(reports),
      screen_(is_terminal(0) && is_terminal(1)),
      grader_(own_program()),
      lab_(lab),
      labs_folder_(kit.labs_folder() / lab.name),
      settling_(loop::look_at(labs_folder_)) {
  if (kit.windows_programs.empty()) throw text::Problem("stage_missing");
  uv_loop_init(&loop_);
  if (with_page) serve_page();
}

Watch::~Watch() {
  uv_run(&loop_, UV_RUN_DEFAULT);
  uv_loop_close(&loop_);
}

int Watch::run() {
#ifndef _WIN32
  std::signal(SIGPIPE, SIG_IGN);
#endif
  for (uv_timer_t* timer : {&again_, &now_and_then_, &drawing_}) {
    uv_timer_init(&loop_, timer);
    timer->data = this;
  }
  const std::array numbers{SIGINT, SIGTERM,
#ifdef _WIN32
                           SIGBREAK};
#else
                           SIGHUP};
#endif
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    uv_signal_init(&loop_, &signals_[i]);
    signals_[i].data = this;
    uv_signal_start(
        &signals_[i], [](uv_signal_t* signal, int number) { watch_of(signal->data).quit(number); }, numbers[i]);
  }
  watch_folder();
  if (screen_.is_terminal()) listen_to_keys();
  tell(say("watch_begin",
           nlohmann::json{{"lab", lab_.number}, {"title", lab_.title.in(reports_.language)}, {"folder", "labs/" + lab_.name}}));
  if (page_) {
    tell(say("watch_page"));
    screen_.print("  " + page_->address().url() + "\n");
  }
  uv_timer_start(
      &now_and_then_, [](uv_timer_t* timer) { watch_of(timer->data).look(); }, kBetweenLooksMs, kBetweenLooksMs);
  uv_timer_start(
      &drawing_, [](uv_timer_t* timer) { watch_of(timer->data).show_status(); }, kBetweenDrawingsMs, kBetweenDrawingsMs);
  judge({}, false);
  uv_run(&loop_, UV_RUN_DEFAULT);
  uv_tty_reset_mode();
  return signal_;
}

void Watch::watch_folder() {
  uv_fs_event_init(&loop_, &event_);
  event_.data = this;
  // If this fails or reports nothing, the periodic check is sufficient.
  uv_fs_event_start(
      &event_, [](uv_fs_event_t* moved, const char*, int, int) { watch_of(moved->data).look(); }, text::utf8(labs_folder_).c_str(),
      UV_FS_EVENT_RECURSIVE);
}

void Watch::listen_to_keys() {
  if (uv_tty_init(&loop_, &keyboard_, 0, 1) != 0) return;
  keyboard_.data = this;
  uv_tty_set_mode(&keyboard_, UV_TTY_MODE_RAW);
  uv_read_start(
      reinterpret_cast<uv_stream_t*>(&keyboard_),
      [](uv_handle_t* handle, std::size_t, uv_buf_t* buffer) {
        auto& space = watch_of(handle->data).typed_;
        *buffer = uv_buf_init(space.data(), static_cast<unsigned>(space.size()));
      },
      [](uv_stream_t* stream, ssize_t size, const uv_buf_t* buffer) {
        Watch& self = watch_of(stream->data);
        if (size < 0) return self.quit(0);  // the terminal has been closed
        for (const char key : loop::keys_in({buffer->base, static_cast<std::size_t>(size)}))
          if (!self.quitting_) self.key(key);
      });
}

void Watch::look() {
  if (quitting_) return;
  const loop::Snapshot now = loop::look_at(labs_folder_);
  const auto decision = settling_.seen(now, static_cast<std::int64_t>(now_ms()));
  if (!decision.judge.empty()) {
    saved_at_ticks_ = 0;
    for (const std::string& file : decision.judge)
      if (const auto found = now.find(file); found != now.end()) saved_at_ticks_ = std::max(saved_at_ticks_, found->second.written);
    judge(decision.judge, false);
  }
  if (decision.look_again_ms)
    uv_timer_start(
        &again_, [](uv_timer_t* timer) { watch_of(timer->data).look(); }, static_cast<std::uint64_t>(*decision.look_again_ms), 0);
}

void Watch::judge(const std::vector<std::string>& changed, bool fresh) {
  if (judging_) {  // what it judges is out of date
    worker_->stop();
    worker_ = nullptr;
  }
  if (!worker_) start_worker();
  changed_ = changed;
  judging_ = true;
  work_ = {say("watch_compiling"), 0, 0, "", 0};
  work_began_ms_ = now_ms();
  tell_page("live_compiling");
  worker_->judge(lab_.number, fresh, page_ != nullptr);
}

void Watch::start_worker() {
  const std::vector<std::string> argv{text::utf8(grader_),        kJudgeOnce, text::utf8(folder_.path()),
                                      std::to_string(++started_), "--lang",   code_of(reports_.language)};
  JudgeProcess::Owner owner;
  owner.told = [this](JudgeProcess& worker, const nlohmann::json& what) {
    if (quitting_) return;
    if (&worker == worker_) told(what);
    if (what.value("t", "") == "page") show_page(what);  // from a process that has already judged and will exit
  };
  owner.ended = [this](JudgeProcess& worker, int status, const std::string& errors) { ended(worker, status, errors); };
  workers_.push_back(std::make_unique<JudgeProcess>(loop_, argv, std::move(owner)));
  worker_ = workers_.back().get();
}

void Watch::told(const nlohmann::json& what) {
  const std::string kind = what.value("t", "");
  if (kind == "playing") {
    if (what.value("played", 0) == 0) playing_since_ms_ = now_ms();
    const std::size_t all = what.value("all", std::size_t{0});
    work_ = {say("progress_playing"), what.value("played", std::size_t{0}), all, what.value("which", ""), 0};
    if (all > 0) tell_page("live_running", {{"done", work_.done}, {"all", all}});
  } else if (kind == "judged") {
    judging_ = false;
    screen_.bottom("");
    tell_page("live_writing");
    start_worker();  // the process that has judged exits by itself
    judged(what);
    show_status();
  }
}

void Watch::ended(JudgeProcess& worker, int exit_status, const std::string& errors) {
  const bool unexpected = &worker == worker_;
  if (unexpected) worker_ = nullptr;
  workers_.remove_if([&](const std::unique_ptr<JudgeProcess>& one) { return one.get() == &worker; });
  if (quitting_) {
    if (workers_.empty()) close_everything();
    return;
  }
  if (!unexpected) return;
  // It failed. A new one is started only when there is something to judge, so one that always fails at once is not restarted endlessly.
  if (judging_) {
    tell("\n" + errors + "lab: " + say("watch_failed", nlohmann::json{{"status", exit_status}}));
    tell_page("watch_failed", {{"status", exit_status}}, false);
  }
  judging_ = false;
}

void Watch::show_status() {
  if (quitting_ || !screen_.is_terminal()) return;
  if (!judging_) return screen_.bottom(say("watch_keys"));
  const std::uint64_t since = now_ms() - work_began_ms_;
  if (since < kPatienceMs) return screen_.bottom("");
  work_.seconds = static_cast<double>(now_ms() - (work_.all > 0 ? playing_since_ms_ : work_began_ms_)) / 1000;
  screen_.bottom(loop::bar(work_, reports_.language, terminal_columns() - 1));
}

void Watch::key(char key) {
  if (key == 'q') quit(0);
  if (key == '\x03') quit(SIGINT);
  if (key == 'a') judge({}, true);
  if (key == 'h') hint();
  if (key == 'n') show_next_one();
  if (key == 'l') list();
}

void Watch::quit(int signal) {
  if (quitting_) return;
  quitting_ = true;
  signal_ = signal;
  screen_.bottom("");
  if (page_) page_->end();
  for (const auto& worker : workers_) worker->stop();
  if (workers_.empty()) return close_everything();
  uv_timer_start(
      &again_,
      [](uv_timer_t* timer) {
        for (const auto& worker : watch_of(timer->data).workers_) worker->kill();
      },
      kLastPatienceMs, 0);
}

void Watch::close_everything() {
  uv_walk(
      &loop_,
      [](uv_handle_t* handle, void*) {
        if (!uv_is_closing(handle)) uv_close(handle, nullptr);
      },
      nullptr);
}

namespace {

// Judges the student's labs/ after every save, until the user presses q. Without a lab, lists the labs.
int watch(const Kit& kit, const std::string& lab, bool with_page, const Reports& reports) {
  if (lab.empty()) return stand(kit, reports);
  int signal = 0;
  {
    Watch watch(kit, rubric::find_lab(kit.labs, lab), reports, with_page);
    signal = watch.run();
  }
  if (signal != 0) throw compile::Interrupted{signal};
  return 0;
}

}  // namespace

Command watch_command() {
  return {
      "watch", {"judge your programs after every save", "저장할 때마다 내 프로그램을 다시 채점합니다"}, [](Options& add) -> Command::Run {
        const auto lab = std::make_shared<std::string>();
        const auto with_page = std::make_shared<bool>(false);
        const Option named =
            add.option("LAB", *lab,
                       {"05, 5, or a part of the lab's name; without it, list the labs", "05, 5, 또는 실습 이름의 일부. 없으면 실습 목록"});
        add.flag("--page", *with_page,
                 {"serve the report page to a browser on this computer; it updates after every save",
                  "보고서 페이지를 이 컴퓨터의 브라우저에 띄우고 저장할 때마다 갱신합니다"})
            .needs(named);
        return [lab, with_page](const Kit& kit, const Reports& reports) { return watch(kit, *lab, *with_page, reports); };
      }};
}

}  // namespace lab::cli
