// Copies programs to the folders in which they are started.
#include "cli/run_layout.h"

#include <fmt/core.h>

#include <algorithm>
#include <random>
#include <utility>

#include "box/other_user.h"
#include "box/stage_box.h"
#include "cli/host.h"
#include "labs/labs.h"
#include "loop/sources.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using scenario::Group;
using scenario::Scenario;

// The same program always gets the same random numbers, because its verdict must not depend on luck.
std::uint64_t seed_of(const fs::path& exe) { return loop::content_hash(exe).value_or(0); }

// Whether the runs of all programs in the scenario are known.
bool all_known(const Scenario& scenario, const Entry& entry) {
  const auto known = [&](const std::string& program) { return std::count(entry.known.begin(), entry.known.end(), program) > 0; };
  return known(scenario.program) && std::all_of(scenario.children.begin(), scenario.children.end(), known) &&
         std::all_of(scenario.peers.begin(), scenario.peers.end(), known);
}

// Whether the run takes place depends on the results of other runs in its group.
bool may_be_left_out(const Scenario& scenario) { return scenario.only_after_finite_wait || scenario.only_after_finite_read; }

// The maximum number of programs that it starts.
std::size_t starts_of(const Scenario& scenario) { return 1 + scenario.workers.size() + scenario.children.size() + scenario.peers.size(); }

// Copies all files from `from` that do not exist in `folder` yet.
void lay_beside(const fs::path& from, const fs::path& folder) {
  for (const auto& file : fs::directory_iterator(from))
    fs::copy_file(file.path(), folder / file.path().filename(), fs::copy_options::skip_existing);
}

}  // namespace

std::string key_of(const std::string& submission, const std::string& lab, const std::string& program, const std::string& scenario) {
  return submission + '\n' + lab + '\n' + program + '\n' + scenario;
}

RunLayout::RunLayout(const Kit& kit, bool bare)
    : bare_(bare), boxed_(kit.playing == Playing::kBoxed), shared_(!kit.player.empty()), folder_(kit.work) {
  if (kit.windows_programs.empty()) throw text::Problem("stage_missing");
  bin_ = folder_.path() / "bin";
  fs::create_directory(bin_);
  for (const char* file : {"stage.exe", "probe.dll", "standin.exe"}) fs::copy_file(kit.windows_programs / file, bin_ / file);
  if (shared_) fs::permissions(folder_.path(), fs::perms::group_exec | fs::perms::others_exec, fs::perm_options::add);
  std::random_device random;
  key_ = fmt::format("{:08x}{:08x}", random(), random());  // must be unique among all gradings on this machine
}

void RunLayout::add(const Entry& entry) {
  Programs programs;
  std::vector<std::string> there;
  std::uint64_t seed = 0;
  for (const compile::Built& built : entry.programs) {
    if (!built.reason.empty()) continue;
    programs[built.program] = take(built);
    there.push_back(built.program);
    seed ^= seed_of(built.exe);
  }
  for (const compile::Built& built : entry.borrowed) {
    if (!built.reason.empty()) continue;
    programs[built.program] = take(built);
    there.push_back(built.program);
  }
  for (const Group& group : labs::groups_for(entry.lab, there, seed)) {
    const bool together = std::any_of(group.begin(), group.end(), may_be_left_out);
    Share share;
    for (const Scenario& scenario : group) {
      if (all_known(scenario, entry)) continue;
      if (share.runs++ == 0) share.first_run = planned_.size();
      share.line.push_back(lay_out(scenario, entry, programs));
      share.starts += starts_of(scenario);
      if (!together) shares_.push_back(std::exchange(share, {}));
    }
    if (!share.line.empty()) shares_.push_back(std::move(share));
  }
}

RunLayout::Program RunLayout::take(const compile::Built& built) {
  const fs::path own = folder_.path() / fmt::format("programs.{}", programs_++);
  fs::create_directory(own);
  fs::copy_file(built.exe, own / (built.program + ".exe"));
  for (const fs::path& dll : built.beside) fs::copy_file(dll, own / dll.filename());
  return {own, built.from_source};
}

// Copies, never hard links: a program must not be able to change the student's file, and Wine treats two links to one file as the same
// program, with either name.
nlohmann::json RunLayout::lay_out(Scenario scenario, const Entry& entry, const Programs& programs) {
  const fs::path folder = folder_.path() / fmt::format("{}.{}", key_, planned_.size());
  fs::create_directory(folder);
  if (shared_) box::open_to_all(folder);
  const Program& actor = programs.at(scenario.program);
  lay_beside(actor.folder, folder);
  for (const std::string& peer : scenario.peers) lay_beside(programs.at(peer).folder, folder);
  for (const scenario::File& file : scenario.files) {
    const std::string real = file.as.substr(0, file.as.rfind('.'));
    const bool student = !file.program.empty() || (bare_ && programs.count(real) > 0);
    if (student)
      lay_beside(programs.at(real).folder, folder);
    else
      fs::copy_file(bin_ / "standin.exe", folder / file.as);
  }
  planned_.push_back({entry.submission, entry.lab, scenario.program, scenario.name, may_be_left_out(scenario)});
  scenario.facts["built_from"] = actor.from_source ? "source" : "exe";
  return scenario::Assignment{std::move(scenario), entry.submission, entry.lab, boxed_ ? box::windows_path(folder) : windows_path(folder)};
}

}  // namespace lab::cli
