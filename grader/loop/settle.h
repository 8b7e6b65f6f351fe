// When a change of a folder has come to rest. Editors save in several writes, or write another file and rename it: what is judged must be a
// whole file, and the last save must never be missed. No clock and no file system in here: looks in, decisions out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "loop/sources.h"

namespace lab::loop {

class Settling {
 public:
  // A change counts once nothing has changed for this long. A file that is gone or empty is most likely in the middle of a save.
  static constexpr std::int64_t kQuietMs = 30;
  static constexpr std::int64_t kHalfSavedMs = 600;

  // `known`: what lies there now and needs no judgement.
  explicit Settling(Snapshot known) : known_(std::move(known)) {}

  struct Decision {
    std::optional<std::int64_t> look_again_ms;  // look again after this time, even if no change is reported until then
    std::vector<std::string> judge;             // files that have changed and have come to rest; empty: nothing to do yet
  };

  // The caller has looked and found `now`, at `at_ms` of any clock that never goes back.
  Decision seen(const Snapshot& now, std::int64_t at_ms);

 private:
  Snapshot known_;
  std::optional<Snapshot> moving_;
  std::int64_t since_ms_ = 0;
};

}  // namespace lab::loop
