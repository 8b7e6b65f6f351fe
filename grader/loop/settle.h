// Decides when changes to a folder have settled. Editors save in several writes, or write another file and rename it: only whole files may
// be judged, and the last save must never be missed. This code uses no clock and no file system: observations go in, decisions come out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "loop/sources.h"

namespace lab::loop {

class Settling {
 public:
  // A change counts after nothing has changed for this long. A file that is missing or empty is most likely in the middle of a save.
  static constexpr std::int64_t kQuietMs = 30;
  static constexpr std::int64_t kHalfSavedMs = 600;

  // `known`: the files that exist now and need no judgement.
  explicit Settling(Snapshot known) : known_(std::move(known)) {}

  struct Decision {
    std::optional<std::int64_t> look_again_ms;  // check again after this time, even if no change is reported until then
    std::vector<std::string> judge;             // changed files that have settled; empty: nothing to do yet
  };

  // The caller has observed `now`, at `at_ms` on any clock that never goes back.
  Decision seen(const Snapshot& now, std::int64_t at_ms);

 private:
  Snapshot known_;
  std::optional<Snapshot> moving_;
  std::int64_t since_ms_ = 0;
};

}  // namespace lab::loop
