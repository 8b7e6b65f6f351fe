// One of several workers that grade a class together, each into its own results folder.
//
//     const Shard shard = shard_of("2/5", environment);
//     if (shard.has(place)) ...
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace lab::classes {

struct Shard {
  int number = 1;  // from 1
  int of = 1;

  bool operator==(const Shard&) const = default;
  // Whether this worker grades the hand-in with that index in the class's list, from 0.
  bool has(std::size_t place) const { return place % static_cast<std::size_t>(of) == static_cast<std::size_t>(number - 1); }
};

using Environment = std::function<std::optional<std::string>(const std::string& name)>;

// "2/5": the second of five. "auto": from the environment variables set by GoogleTest's runners (GTEST_SHARD_INDEX, from 0, of
// GTEST_TOTAL_SHARDS), a Slurm job array (SLURM_ARRAY_TASK_ID, _MIN, _MAX, _COUNT), an indexed job of Kubernetes (JOB_COMPLETION_INDEX,
// from 0, of JOB_COMPLETIONS, which the job must set itself) or GitLab (CI_NODE_INDEX, from 1, of CI_NODE_TOTAL). "auto/5": the same, for
// an environment that does not provide the number of workers. Throws text::Problem for anything else.
Shard shard_of(const std::string& text, const Environment& environment);

}  // namespace lab::classes
