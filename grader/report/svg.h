// A timeline as SVG; the styles (page/figure.css) must be provided by the page or file that contains it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/timeline.h"
#include "text/text.h"
#include "trace/run.h"

namespace lab::report {

struct Look {
  std::optional<text::Language> only;  // the language; none: both, of which the page shows one at a time
  bool times = true;                   // show the numbers and times of moments; without them, the picture is the same from run to run
  int row_width = 0;                   // split the chart into rows of at most this many pixels; 0: one row
};

// Two pictures of the same height, in pixels: the lanes' names and, to the right of them, the lanes' contents. Elements that can show
// details have the class "item" and a data-r: "c5" is Run::calls[5], "e3" Run::events[3].
struct Drawing {
  std::string names, chart;  // contents of <svg> elements
  int names_width = 0, width = 0, height = 0;
  struct Row {
    int left = 0, right = 0;  // of the chart
    std::string again;        // repeats the labels of bars that began further left
  };
  std::vector<Row> rows;
};

// `id`: the prefix of the elements' ids; ID-o51 is the mark of the moment 51. `flags`: the label of each of the timeline's marks; may
// contain any bytes.
Drawing svg(const Timeline& timeline, const trace::Run& run, const std::string& id, const std::vector<std::string>& flags,
            const Look& look = {});

}  // namespace lab::report
