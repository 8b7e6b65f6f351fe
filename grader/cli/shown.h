// The content of the handouts' shown blocks: judged and drawn recordings, lines of stubs and solutions, and the output of samples.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "cli/kit.h"
#include "handout/page.h"
#include "text/text.h"
#include "trace/run.h"
#include "trace/verdict.h"

namespace lab::cli {

// The kinds of shown blocks (handout/page.h). SUBMISSION is a lab and a program in the kit: 05/solution, 05/stub, 05/wrong/no_wait.
//     output SUBMISSION PROGRAM SCENARIO        what the program under test printed in that run
//     errors SUBMISSION PROGRAM SCENARIO        ... to stderr
//     report SUBMISSION CHECK                   the report's text about that check
//     words SUBMISSION CHECK                    ... without the picture, which varies if two of the student's programs are running
//     json SUBMISSION CHECK                     that check in the JSON of --json
//     score SUBMISSION                          the end of its report
//     timeline SUBMISSION PROGRAM SCENARIO      a drawing of the run; not if several threads run, whose order differs from run to run
//     figure SUBMISSION PROGRAM SCENARIO        the same as a picture file next to the handouts; the block contains the file's name
//     failure SUBMISSION CHECK                  such a picture of the moment that decides a failed check; it names the check there
//     calls SUBMISSION PROGRAM SCENARIO API...  the calls of these functions, one a line, program by program
//     code labs/NN_name/PROGRAM.cpp N           what the stub has at TODO N; solutions/... : the solution's code there
//     code NN/right/NAME/PROGRAM.cpp PART       the part of an also-right program between //[part PART] and //[end]
//     sample NAME                               the output of handouts/samples/NAME.cpp
// Blocks omit everything that differs from run to run: times, and the numbers of inherited handles.
class Gallery {
 public:
  Gallery(const Kit& kit, int jobs) : kit_(kit), jobs_(jobs) {}

  // Records and judges what the blocks need, each submission once. `wanted`: pairs of file and block. Throws text::Problem if a submission
  // or a sample does not exist. May be called only once (checks/judge.h).
  struct Wanted {
    std::string file;
    handout::Shown shown;
  };
  void prepare(const std::vector<Wanted>& wanted);

  // Returns the content of one of these blocks. Throws text::Problem for missing content.
  std::string content(const Wanted& wanted, text::Language language) const;
  // Returns the SVG file of a figure.
  std::string figure(const Wanted& wanted, text::Language language) const;
  // Returns the recording to store next to a figure of the kind `figure`, for its page (handout/site.h). Recordings of the same program
  // differ in their times, so this is `kept`, the lines of the existing file, as long as the figure drawn from it does not change;
  // otherwise, the new recording without the source.
  std::string recording(const Wanted& wanted, const std::string& kept) const;

 private:
  struct Submission {
    std::vector<trace::Run> runs;
    trace::Result result;
  };

  void record_all(const std::map<std::string, Wanted>& submissions);
  void run_sample(const std::string& name);
  const trace::Run& run(const Wanted& wanted) const;
  const Submission& submission(const Wanted& wanted) const;
  const trace::Verdict& verdict(const Wanted& wanted) const;
  std::string code(const Wanted& wanted, text::Language language) const;
  std::string part(const Wanted& wanted) const;

  const Kit& kit_;
  int jobs_;
  std::map<std::string, Submission> submissions_;  // by name, "05/wrong/no_wait"
  std::map<std::string, std::string> samples_;     // by name: their output
};

}  // namespace lab::cli
