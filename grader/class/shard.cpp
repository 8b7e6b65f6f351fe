// Determines a worker's number, and the number of workers.
#include "class/shard.h"

#include <charconv>

#include "text/problem.h"

namespace lab::classes {
namespace {

using text::Problem;

constexpr int kMost = 10'000;

std::optional<int> number_of(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return {};
  return number;
}

// The numbers in the environment, by name. A value that is not a number is an error, like a missing one.
class Numbers {
 public:
  Numbers(const Environment& environment, int count) : environment_(environment), count_(count) {}

  bool has(const char* name) const { return environment_(name).has_value(); }
  int operator()(const char* name) const {
    const std::optional<std::string> text = environment_(name);
    const std::optional<int> number = text ? number_of(*text) : std::nullopt;
    if (!number) throw Problem("shard_variable", {{"name", name}, {"value", text.value_or("")}});
    return *number;
  }
  // The number of workers: from the command line, or else from the environment.
  int count(const char* name) const { return count_ > 0 ? count_ : (*this)(name); }

 private:
  const Environment& environment_;
  int count_;
};

Shard checked(int number, int of) {
  if (of < 1 || of > kMost || number < 1 || number > of) throw Problem("shard_out_of_range", {{"number", number}, {"of", of}});
  return {number, of};
}

// The numbers of an array may begin anywhere and have gaps: --array=10-30:10 contains three.
Shard of_slurm(const Numbers& number) {
  const int id = number("SLURM_ARRAY_TASK_ID"), first = number("SLURM_ARRAY_TASK_MIN"), last = number("SLURM_ARRAY_TASK_MAX"),
            count = number("SLURM_ARRAY_TASK_COUNT");
  const int apart = count > 1 ? (last - first) / (count - 1) : 1;
  const bool even = count >= 1 && apart > 0 && first + apart * (count - 1) == last && id >= first && (id - first) % apart == 0;
  if (!even) throw Problem("shard_uneven_array", {{"id", id}});
  const int of = number.count("SLURM_ARRAY_TASK_COUNT");
  if (of != count) throw Problem("shard_out_of_range", {{"number", (id - first) / apart + 1}, {"of", of}});
  return checked((id - first) / apart + 1, of);
}

Shard of_environment(const Environment& environment, int count) {
  const Numbers number(environment, count);
  if (number.has("GTEST_SHARD_INDEX")) return checked(number("GTEST_SHARD_INDEX") + 1, number.count("GTEST_TOTAL_SHARDS"));
  if (number.has("SLURM_ARRAY_TASK_ID")) return of_slurm(number);
  if (number.has("JOB_COMPLETION_INDEX")) return checked(number("JOB_COMPLETION_INDEX") + 1, number.count("JOB_COMPLETIONS"));
  if (number.has("CI_NODE_INDEX")) return checked(number("CI_NODE_INDEX"), number.count("CI_NODE_TOTAL"));
  throw Problem("shard_no_environment");
}

}  // namespace

Shard shard_of(const std::string& text, const Environment& environment) {
  const std::size_t slash = text.find('/');
  const std::string first = text.substr(0, slash);
  const std::optional<int> of = slash == text.npos ? std::nullopt : number_of(text.substr(slash + 1));
  if (first == "auto" && (slash == text.npos || of)) return of_environment(environment, of.value_or(0));
  const std::optional<int> number = number_of(first);
  if (!number || !of) throw Problem("shard_unreadable", {{"text", text}});
  return checked(*number, *of);
}

}  // namespace lab::classes
