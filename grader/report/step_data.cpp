// Generates the data of a run's moments for the page's script.
#include "report/step_data.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <vector>

#include "replay/replay.h"
#include "report/against_data.h"
#include "report/columns.h"
#include "report/describe.h"
#include "report/markup.h"
#include "text/codes.h"
#include "text/text.h"

namespace lab::report {
namespace {

using nlohmann::ordered_json;
using text::Language;
using text::sentence;
using trace::Call;
using trace::Event;
using trace::Run;

constexpr int kWidestText = 200;            // of a message, in columns
constexpr std::size_t kMostShown = 20'000;  // in bytes
constexpr std::size_t kMostSource = 120'000;
constexpr std::size_t kMostOfAKind = 4000;  // messages, handles

ordered_json words(const std::string& en, const std::string& ko) {
  if (en == ko) return en;
  return ordered_json::array({en, ko});
}

template <class Say>
ordered_json in_both(Say say) {
  return words(say(Language::kEnglish), say(Language::kKorean));
}

const char* kind_of(const trace::Program& program) {
  switch (program.role) {
    case trace::Role::kStandin:
      return "standin";
    case trace::Role::kForeign:
      return "foreign";
    case trace::Role::kActor:
    case trace::Role::kChild:
    case trace::Role::kPeer:
      break;
  }
  return "own";
}

class StepData {
 public:
  StepData(const Run& run, const Flags& flags, const Sources& sources, const Run* correct)
      : run_(run), flags_(flags), sources_(sources), correct_(correct), replay_(replay::replay(run)) {}

  std::string text() {
    if (replay_.steps.empty()) return "";
    choose();
    ordered_json data = {{"programs", programs()}, {"slots", slots()}, {"mail", mail()}, {"handles", handles()}, {"others", others()}};
    data["prints"] = prints();
    data["moments"] = moments();
    data["files"] = files();
    data["words"] = words_;
    data["wrong"] = wrong();
    data["left_out"] = {begin_, replay_.steps.size() - end_};
    if (correct_ && run_.calls.size() <= kMostSteps)
      if (nlohmann::ordered_json against = against_data(run_, *correct_); !against.is_null()) data["against"] = std::move(against);
    return escaped_json(data);
  }

 private:
  static std::string escaped_json(const ordered_json& data) {
    std::string out;
    for (const char c : data.dump(-1, ' ', false, ordered_json::error_handler_t::replace))
      out += c == '<' ? "\\u003c" : c == '&' ? "\\u0026" : c == '\'' ? "\\u0027" : std::string(1, c);
    return out;
  }

  // Chooses the moments to include.
  void choose() {
    const std::size_t all = replay_.steps.size();
    const std::size_t wrong = flags_.empty() ? 0 : replay_.step_at(flags_.begin()->first);
    const std::size_t before = kMostSteps * 3 / 4;
    begin_ = all <= kMostSteps ? 0 : std::min(wrong - std::min(wrong, before), all - kMostSteps);
    end_ = std::min(all, begin_ + kMostSteps);
  }

  bool is_seen(const replay::Span& span) const { return span.from < end_ && (!span.to || *span.to > begin_); }
  std::size_t from(const replay::Span& span) const { return span.from - std::min(span.from, begin_); }
  int to(const replay::Span& span) const { return span.to && *span.to < end_ ? static_cast<int>(*span.to - begin_) : -1; }

  ordered_json programs() const {
    ordered_json all = ordered_json::array();
    for (std::size_t i = 0; i < run_.programs.size(); ++i) {
      ordered_json one = {{"name", program_label(run_, static_cast<int>(i))}, {"kind", kind_of(run_.programs[i])}, {"from", -1}};
      for (const replay::Process& process : replay_.processes) {
        if (process.program != static_cast<int>(i) || process.life.from >= end_) continue;
        one["from"] = from(process.life);
        one["to"] = process.life.to && *process.life.to <= begin_ ? 0 : to(process.life);
        one["code"] = in_both([&](Language language) { return text::exit_code_name(language, process.exit_code); });
      }
      all.push_back(std::move(one));
    }
    return all;
  }

  ordered_json slots() const {
    ordered_json all = ordered_json::array();
    for (std::size_t i = 0; i < run_.slots.size(); ++i) {
      ordered_json one = {{"name", slot_label(run_, static_cast<int>(i))}, {"from", -1}};
      for (const replay::Mailslot& slot : replay_.mailslots)
        if (slot.slot == static_cast<int>(i) && is_seen(slot.life)) one["from"] = from(slot.life), one["to"] = to(slot.life);
      all.push_back(std::move(one));
    }
    return all;
  }

  ordered_json mail() const {
    ordered_json all = ordered_json::array();
    for (const replay::Mail& mail : replay_.mail)
      if (is_seen(mail.life) && all.size() < kMostOfAKind)
        all.push_back({mail.slot, one_line(visible(mail.text), kWidestText), from(mail.life), to(mail.life), mail.times});
    return all;
  }

  ordered_json handles() const {
    ordered_json all = ordered_json::array();
    for (const replay::Handle& handle : replay_.handles) {
      if (!is_seen(handle.life) || all.size() >= kMostOfAKind) continue;
      const ordered_json what = in_both([&](Language language) {
        const std::string label = object_label(run_, handle.object, language);
        return handle.object.kind == trace::ObjectKind::kProcess ? sentence(language, "step_process", {{"whose", label}}) : label;
      });
      all.push_back({handle.program, handle.number, what, from(handle.life), to(handle.life),
                     (handle.inherited ? 1 : 0) + (handle.leaked ? 2 : 0), handle.object.slot});
    }
    return all;
  }

  ordered_json others() const {
    ordered_json all = ordered_json::array();
    for (const replay::OtherWait& other : replay_.others)
      if (is_seen(other.life)) all.push_back({run_.calls[other.call].program, from(other.life), to(other.life)});
    return all;
  }

  ordered_json prints() const {
    ordered_json all = ordered_json::array();
    std::size_t bytes = 0;
    for (const replay::Print& print : replay_.prints) {
      if (print.step >= end_ || bytes > kMostShown) break;
      std::string text = text::decode_output(std::string_view(print.bytes).substr(0, kMostShown), true);
      std::erase(text, '\r');
      bytes += text.size();
      all.push_back({print.step - std::min(print.step, begin_), print.program, print.error ? 1 : 0, std::move(text)});
    }
    return all;
  }

  // The index of the file that contains a line from a program's source.
  int file_of(const std::string& program, const trace::Place& place) {
    if (!place) return -1;
    const std::pair file{program, place.file};
    const auto index = static_cast<std::size_t>(std::find(names_.begin(), names_.end(), file) - names_.begin());
    if (index == names_.size()) names_.push_back(file), known_.emplace_back();
    known_[index][place.line] = place.code;
    return static_cast<int>(index);
  }

  ordered_json moments() {
    ordered_json all = ordered_json::array();
    for (std::size_t i = begin_; i < end_; ++i) {
      const replay::Step& step = replay_.steps[i];
      const Call* const call = replay::call_of(run_, step);
      const std::string record = (call ? "c" : "e") + std::to_string(step.index);
      if (!words_.contains(record))
        words_[record] = call ? in_both([&](Language language) { return arrowed(describe(run_, *call, language)); })
                              : in_both([&](Language language) { return describe(run_, run_.events[step.index], language); });
      const int file = call ? file_of(run_.programs[static_cast<std::size_t>(call->program)].name, call->place) : -1;
      all.push_back({record, static_cast<int>(step.kind), text::in_milliseconds(step.at_us), call ? call->program : -1,
                     call ? call->thread : 0, file, call ? call->place.line : 0});
    }
    for (const trace::Todo& todo : run_.todos) file_of(run_.program, todo.place);
    if (names_.empty()) name_any_source();
    return all;
  }

  // Names one of the program's source files if it made no call.
  void name_any_source() {
    const std::string folder = run_.lab + "/" + run_.program + "/";
    const auto source = sources_.lower_bound(folder);
    if (source == sources_.end() || !source->first.starts_with(folder)) return;
    names_.emplace_back(run_.program, source->first.substr(folder.size()));
    known_.emplace_back();
  }

  // The complete source if it is available, otherwise the lines stored in the recording.
  ordered_json files() const {
    ordered_json all = ordered_json::array();
    for (std::size_t i = 0; i < names_.size(); ++i) {
      ordered_json lines = ordered_json::object();
      const auto source = sources_.find(run_.lab + "/" + names_[i].first + "/" + names_[i].second);
      const bool whole = source != sources_.end() && source->second.size() <= kMostSource;
      if (whole) {
        std::istringstream in(text::decode_output(source->second, true));
        int number = 0;
        for (std::string line; std::getline(in, line);) lines[std::to_string(++number)] = without_returns(line);
      } else {
        for (const auto& [number, code] : known_[i]) lines[std::to_string(number)] = one_line(code, kWidestText);
      }
      all.push_back({{"name", one_line(names_[i].second, 60)}, {"whole", whole}, {"lines", std::move(lines)}});
    }
    return all;
  }

  static std::string without_returns(std::string line) {
    std::erase(line, '\r');
    return line;
  }

  ordered_json wrong() const {
    ordered_json all = ordered_json::array();
    for (const auto& [order, checks] : flags_) {
      const std::size_t step = replay_.step_at(order);
      if (step >= begin_ && step < end_) all.push_back({step - begin_, checks, order});
    }
    return all;
  }

  const Run& run_;
  const Flags& flags_;
  const Sources& sources_;
  const Run* const correct_;
  const replay::Replay replay_;
  std::size_t begin_ = 0, end_ = 0;
  std::vector<std::pair<std::string, std::string>> names_;  // of source files
  std::vector<std::map<int, std::string>> known_;           // by file: the lines stored in the recording
  ordered_json words_ = ordered_json::object();
};

}  // namespace

std::string step_data(const Run& run, const Flags& flags, const Sources& sources, const Run* correct) {
  return StepData(run, flags, sources, correct).text();
}

}  // namespace lab::report
