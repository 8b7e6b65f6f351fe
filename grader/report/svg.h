// A timeline as SVG, for whoever brings the styles along (page/figure.css).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/timeline.h"
#include "text/text.h"
#include "trace/run.h"

namespace lab::report {

struct Look {
  std::optional<text::Language> only;  // the language; none: both, of which the page shows one
  bool times = true;                   // the moments' numbers and times; without them a picture is the same from run to run
  int row_width = 0;                   // cut the chart into rows of at most so many pixels; 0: one row
};

// Two pictures of one height, in pixels: the lanes' names, and what goes on in them, which stands beside the names.
// What can be asked about has class "item" and data-r: "c5" is Run::calls[5], "e3" Run::events[3].
struct Drawing {
  std::string names, chart;  // contents of <svg> elements
  int names_width = 0, width = 0, height = 0;
  struct Row {
    int left = 0, right = 0;  // of the chart
    std::string again;        // the words of bars that began further left
  };
  std::vector<Row> rows;
};

// `id` begins the ids of the elements: ID-o51 is the mark of the moment 51. `flags`: what stands at each of the
// timeline's marks, in any bytes.
Drawing svg(const Timeline& timeline, const trace::Run& run, const std::string& id, const std::vector<std::string>& flags,
            const Look& look = {});

}  // namespace lab::report
