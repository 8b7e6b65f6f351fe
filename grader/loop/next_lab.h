// The order in which a student does the labs.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "rubric/rubric.h"

namespace lab::loop {

// The lab to do after lab `number`: the next one that is not done, or else the first one, of those whose earlier labs (Lab::after) are
// done. An earlier lab that is not in `labs` counts as done. Returns nullptr if all labs are done.
const rubric::Lab* next_lab(const std::vector<rubric::Lab>& labs, const std::string& number,
                            const std::function<bool(const rubric::Lab&)>& is_done);

}  // namespace lab::loop
