// Makes mutants of the lines that a student writes, then builds, runs and judges them.
#include "cli/mutants.h"

#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <set>
#include <stdexcept>

#include "cli/paragraph.h"
#include "cli/progress.h"
#include "cli/trial.h"
#include "cli/work_folder.h"
#include "compile/variants.h"
#include "cut/cut.h"
#include "mutate/equivalent.h"
#include "mutate/mutants.h"
#include "text/files.h"
#include "text/hash.h"
#include "text/path.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using mutate::Equivalent;
using mutate::Mutant;
using text::sentence;
using trace::Outcome;
using Clock = std::chrono::steady_clock;

struct Candidate {
  std::string program;
  Mutant mutant;
  mutate::Difference difference;
  std::string text;                    // the whole program
  fs::path exe;                        // empty: it does not compile
  std::size_t specimen = 0;            // valid if it compiles
  const Equivalent* listed = nullptr;  // in the lab's list of equivalent mutants
};

struct Batch {
  const rubric::Lab* lab = nullptr;
  std::vector<Candidate> candidates;
  std::vector<Equivalent> equivalents;
  double seconds = 0;  // the time it took to build and run them
};

struct Count {
  std::size_t broken = 0, caught = 0, listed = 0, left = 0;
};

fs::path list_of(const rubric::Lab& lab) { return fs::path("grader") / "labs" / lab.name / "equivalent.txt"; }

std::vector<Equivalent> equivalents_of(const Kit& kit, const rubric::Lab& lab) {
  std::ifstream in(kit.root / list_of(lab));
  try {
    return mutate::read_equivalents(in);
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(fmt::format("{}: {}", text::generic_utf8(list_of(lab)), error.what()));
  }
}

bool is_wanted(const Candidate& candidate, const std::string& only) {
  const auto has = [&](const std::string& text) { return text.find(only) != std::string::npos; };
  return has(candidate.program) || has(candidate.mutant.kind) ||
         std::any_of(candidate.difference.removed.begin(), candidate.difference.removed.end(), has);
}

Batch batch_of(const Kit& kit, const rubric::Lab& lab, const std::string& only) {
  Batch batch{&lab, {}, equivalents_of(kit, lab), 0};
  for (const std::string& program : lab.programs) {
    const fs::path file = kit.solutions_folder() / lab.name / (program + ".cpp");
    const std::string source = text::read_text(file);
    for (Mutant& mutant : mutate::mutants_of(source, cut::lines_to_write(source, text::utf8(file.filename())))) {
      Candidate candidate{program, std::move(mutant), {}, {}, {}, 0, nullptr};
      candidate.difference = mutate::difference(source, candidate.mutant);
      candidate.text = mutate::mutated(source, candidate.mutant);
      if (is_wanted(candidate, only)) batch.candidates.push_back(std::move(candidate));
    }
  }
  for (Candidate& candidate : batch.candidates)
    for (const Equivalent& entry : batch.equivalents)
      if (entry.program == candidate.program && entry.kind == candidate.mutant.kind && entry.difference == candidate.difference)
        candidate.listed = &entry;
  return batch;
}

// Keeps a sample of this size: the same mutants on one day, others on the next.
void take_sample(std::vector<Batch>& batches, std::size_t sample) {
  const auto day = std::chrono::duration_cast<std::chrono::hours>(std::chrono::system_clock::now().time_since_epoch()).count() / 24;
  const auto place = [&](const Candidate& candidate) { return text::hash(fmt::format("{} {}", day, candidate.text)); };
  std::vector<std::uint64_t> places;
  for (const Batch& batch : batches)
    for (const Candidate& candidate : batch.candidates) places.push_back(place(candidate));
  if (places.size() <= sample) return;
  std::sort(places.begin(), places.end());
  for (Batch& batch : batches)
    std::erase_if(batch.candidates, [&](const Candidate& candidate) { return place(candidate) >= places[sample]; });
}

void build(const Kit& kit, Batch& batch, int jobs, ProgressLine& line, text::Language language) {
  line.begin(sentence(language, "progress_compiling", {{"lab", batch.lab->number}}), batch.candidates.size());
  std::atomic<std::size_t> done{0};
  for (const std::string& program : batch.lab->programs) {
    std::vector<Candidate*> own;
    std::vector<std::string> texts;
    for (Candidate& candidate : batch.candidates)
      if (candidate.program == program) {
        own.push_back(&candidate);
        texts.push_back(candidate.text);
      }
    const WorkFolder work;
    const auto exes = compile::build_variants(program, texts, kit.toolchain(), work.path(), jobs,
                                              [&] { line.show(++done, batch.candidates.size(), program); });
    for (std::size_t i = 0; i < own.size(); ++i) own[i]->exe = exes[i];
  }
  line.clear();
}

// Adds the solution, and a copy of it for each mutant that compiles, with the mutant in place of the original program.
void add_specimens(const Kit& kit, Batch& batch, int jobs, std::vector<Specimen>& all) {
  const Specimen solution = solution_specimen(kit, *batch.lab, jobs);
  all.push_back(solution);
  for (Candidate& candidate : batch.candidates) {
    if (candidate.exe.empty()) continue;
    Specimen specimen = solution;
    specimen.name = candidate.program + " " + candidate.mutant.kind;
    for (compile::Built& built : specimen.entry.programs)
      if (built.program == candidate.program)
        built.exe = candidate.exe;
      else
        specimen.entry.known.push_back(built.program);
    candidate.specimen = all.size();
    all.push_back(std::move(specimen));
  }
}

void show(const Batch& batch, const Candidate& candidate, const char* what, text::Language language) {
  const std::string file = fmt::format("solutions/{}/{}.cpp", batch.lab->name, candidate.program);
  fmt::print("{}:{}: {}\n{}", file, candidate.mutant.line, sentence(language, what, {{"kind", candidate.mutant.kind}}),
             mutate::as_entry(candidate.program, candidate.mutant.kind, candidate.difference));
}

// The results for the lab's mutants; prints any problems.
Count verdicts_on(const Batch& batch, const std::vector<std::vector<checks::Judged>>& judged, text::Language language) {
  Count count;
  std::set<const Equivalent*> needed, met;
  for (const Candidate& candidate : batch.candidates) {
    if (candidate.listed) met.insert(candidate.listed);
    if (candidate.exe.empty()) {
      ++count.broken;
      continue;
    }
    const std::vector<checks::Judged>& verdicts = judged.at(candidate.specimen);
    const auto any = [&](auto test) {
      return std::any_of(verdicts.begin(), verdicts.end(), [&](const auto& one) { return test(one.outcome); });
    };
    const bool open = any([](Outcome outcome) { return outcome == Outcome::kNotGradable; });
    const bool broken = any([](Outcome outcome) { return outcome == Outcome::kGraderError; });
    if (!broken && any(caught)) {
      ++count.caught;
    } else if (!broken && candidate.listed) {
      ++count.listed;
      needed.insert(candidate.listed);
    } else {
      ++count.left;
      show(batch, candidate, broken ? "mutant_broke_the_grader" : open ? "mutant_not_judged" : "mutant_not_caught", language);
    }
  }
  for (const Equivalent* entry : met)
    if (!needed.contains(entry)) {
      ++count.left;
      fmt::print("{}:{}: {}\n", text::generic_utf8(list_of(*batch.lab)), entry->line, sentence(language, "mutant_listed_but_caught"));
    }
  return count;
}

// Entries that match no mutant. Only meaningful if all mutants were made.
std::size_t unknown_entries(const Batch& batch, text::Language language) {
  std::size_t unknown = 0;
  for (const Equivalent& entry : batch.equivalents) {
    const auto fits = [&](const Candidate& candidate) { return candidate.listed == &entry; };
    if (std::any_of(batch.candidates.begin(), batch.candidates.end(), fits)) continue;
    ++unknown;
    fmt::print("{}:{}: {}\n", text::generic_utf8(list_of(*batch.lab)), entry.line, sentence(language, "mutant_listed_unknown"));
  }
  return unknown;
}

double since(Clock::time_point moment) { return std::chrono::duration<double>(Clock::now() - moment).count(); }

}  // namespace

int judge_mutants(const Kit& kit, const std::vector<const rubric::Lab*>& labs, const MutantOptions& options, text::Language language) {
  const auto began = Clock::now();
  std::vector<Batch> batches;
  for (const rubric::Lab* lab : labs) batches.push_back(batch_of(kit, *lab, options.only));
  if (options.sample > 0) take_sample(batches, static_cast<std::size_t>(options.sample));

  ProgressLine line(language);
  std::vector<Specimen> all;
  std::vector<trace::Run> runs;
  for (Batch& batch : batches) {
    const auto lab_began = Clock::now();
    build(kit, batch, options.jobs, line, language);
    std::vector<Specimen> own;
    add_specimens(kit, batch, options.jobs, own);
    line.begin(sentence(language, "progress_mutants", {{"lab", batch.lab->number}}), own.size());
    std::vector<trace::Run> played =
        play(kit, own, {1, options.jobs, false},
             [&](std::size_t done, std::size_t count, const std::string& which) { line.show(done, count, which); });
    line.clear();
    for (trace::Run& run : played) {
      run.submission = std::to_string(std::stoul(run.submission) + all.size());
      runs.push_back(std::move(run));
    }
    for (Candidate& candidate : batch.candidates) candidate.specimen += all.size();
    for (Specimen& specimen : own) all.push_back(std::move(specimen));
    batch.seconds = since(lab_began);
  }
  const auto judged = judge(all, runs, 1);

  bool good = true;
  for (const Batch& batch : batches) {
    Count count = verdicts_on(batch, judged, language);
    if (options.sample == 0 && options.only.empty()) count.left += unknown_entries(batch, language);
    print_paragraph(sentence(language, "mutants_of_lab",
                             {{"lab", batch.lab->number},
                              {"made", batch.candidates.size()},
                              {"broken", count.broken},
                              {"caught", count.caught},
                              {"listed", count.listed},
                              {"left", count.left},
                              {"seconds", static_cast<int>(batch.seconds)}}));
    good = good && count.left == 0;
  }
  fmt::print("{}\n", sentence(language, "mutants_took", {{"seconds", static_cast<int>(since(began))}}));
  if (!good) print_paragraph(sentence(language, "mutants_what_next"));
  return good ? 0 : 1;
}

}  // namespace lab::cli
