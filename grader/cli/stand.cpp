// lab: shows the student's progress from the saved results of the last checks, without starting or judging anything.
#include <fmt/core.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/host.h"
#include "cli/standings.h"
#include "loop/hints.h"
#include "loop/next_lab.h"
#include "report/columns.h"
#include "report/reason.h"

namespace lab::cli {
namespace {

using text::sentence;

struct Stand {
  const rubric::Lab& lab;
  loop::Standing standing;
  std::string stale;
};

std::vector<Stand> stands_of(const Kit& kit, text::Language language) {
  std::vector<Stand> stands;
  for (const rubric::Lab& lab : kit.labs) {
    const loop::Standing standing = standing_of(kit, lab);
    stands.push_back({lab, standing, stale_because(kit, lab, standing, language)});
  }
  return stands;
}

bool done(const Stand& stand) { return loop::full_points(stand.standing, stand.lab) && stand.stale.empty(); }

// The lab that was judged last, of those that are done or of the others; nullptr: none was.
const Stand* last_judged(const std::vector<Stand>& stands, bool is_done) {
  const Stand* last = nullptr;
  for (const Stand& stand : stands)
    if (stand.standing.judged() && done(stand) == is_done && (!last || stand.standing.at > last->standing.at)) last = &stand;
  return last;
}

// The lab to continue with; nullptr: all labs are done.
const Stand* current(const Kit& kit, const std::vector<Stand>& stands) {
  if (const Stand* const begun = last_judged(stands, false)) return begun;
  const auto of = [&](const rubric::Lab& lab) {
    return std::find_if(stands.begin(), stands.end(), [&](const Stand& stand) { return &stand.lab == &lab; });
  };
  const Stand* const finished = last_judged(stands, true);
  const rubric::Lab* const next =
      loop::next_lab(kit.labs, finished ? finished->lab.number : "", [&](const rubric::Lab& lab) { return done(*of(lab)); });
  return next ? &*of(*next) : nullptr;
}

void show_next(const Kit& kit, const Stand& stand, const Reports& reports, int width) {
  const auto say = [&](const char* id, const nlohmann::json& args = nlohmann::json::object()) {
    return sentence(reports.language, id, args);
  };
  const std::string command = kit_command();
  const rubric::Check* check = loop::check_to_hint_at(stand.lab, stand.standing);
  if (!stand.standing.judged()) {
    const nlohmann::json lab = {
        {"lab", stand.lab.number}, {"handout", handout_of(kit, stand.lab, reports.language)}, {"folder", "labs/" + stand.lab.name}};
    fmt::print("\n{}", report::wrapped(say("stand_begin", lab), 0, width));
  } else if (check && stand.standing.verdict(check->id)) {
    const trace::Verdict* verdict = stand.standing.verdict(check->id);
    const nlohmann::json next = {{"check", check->id}, {"outcome", report::outcome_word(verdict->outcome, reports.language)}};
    fmt::print("\n{}", report::wrapped(say("stand_next", next), 0, width));
    fmt::print("{}", report::wrapped(check->title.in(reports.language), 2, width));
    if (const std::string why = report::reason(verdict->because, reports.language); !why.empty())
      fmt::print("{}", report::wrapped(why, 2, width));
    const report::Hints hints = report::hints(stand.lab, *check, verdict->because);
    if (!hints.texts.empty() && !report::about_an_earlier_step(verdict->because)) {
      const nlohmann::json args = {{"hint", hints.texts.front().in(reports.language)}, {"lab", stand.lab.number}, {"step", hints.step}};
      fmt::print("{}", report::wrapped(hints.step > 0 ? say("report_hint", args) : say("report_hint_no_step", args), 2, width));
    }
  }
  if (!stand.stale.empty()) fmt::print("\n{}", report::wrapped(stand.stale, 0, width));
  const int column = 2 + static_cast<int>(fmt::format("{} watch {}{}  ", command, stand.lab.number, reports.options).size());
  const auto suggest = [&](const char* name, const char* what) {
    std::string lines = report::wrapped(say(what), column, width);
    const std::string typed = "  " + command + " " + name + " " + stand.lab.number + reports.options;
    lines.replace(0, static_cast<std::size_t>(column), report::fitted(typed, column));
    fmt::print("{}", lines);
  };
  fmt::print("\n");
  if (!stand.standing.judged()) suggest("check", "stand_check");
  suggest("watch", "stand_watch");
  if (stand.standing.judged()) suggest("check", "stand_check");
  if (stand.standing.judged()) suggest("hint", "stand_hint");
}

}  // namespace

int stand(const Kit& kit, const Reports& reports) {
  const std::vector<Stand> stands = stands_of(kit, reports.language);
  const int width = style_of(reports).width;
  int mark_width = 0;
  for (const char* mark : {"stand_not_checked", "stand_changed_since", "stand_done"})
    mark_width = std::max(mark_width, report::columns(sentence(reports.language, mark)));
  const int title_width = std::min(50, width - 13 - mark_width);
  int points = 0, all = 0;
  for (const Stand& one : stands) {
    const int own = loop::score(one.standing), most = one.lab.max_score();
    points += own;
    all += most;
    std::string mark;
    if (!one.standing.judged())
      mark = sentence(reports.language, "stand_not_checked");
    else if (!one.stale.empty())
      mark = sentence(reports.language, "stand_changed_since");
    else if (own == most)
      mark = sentence(reports.language, "stand_done");
    fmt::print("{}  {} {:>3}/{:<3} {}\n", one.lab.number, report::fitted(one.lab.title.in(reports.language), title_width), own, most, mark);
  }
  fmt::print("{}\n", sentence(reports.language, "stand_points", {{"score", points}, {"max", all}}));
  if (const Stand* next = current(kit, stands))
    show_next(kit, *next, reports, width);
  else
    fmt::print("\n{}", report::wrapped(sentence(reports.language, "stand_all_done"), 0, width));
  return 0;
}

}  // namespace lab::cli
