// What the handouts show: recordings, judged and drawn, the lines of stubs and solutions, and what samples print.
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

// The kinds of a shown block (handout/page.h). SUBMISSION is a lab and a program of the kit: 05/solution, 05/stub, 05/wrong/no_wait.
//     output SUBMISSION PROGRAM SCENARIO        what the program under test printed in that run
//     errors SUBMISSION PROGRAM SCENARIO        ... to stderr
//     report SUBMISSION CHECK                   what a report says of that check
//     words SUBMISSION CHECK                    ... without the picture: where two programs of the student's are at work, it differs
//     json SUBMISSION CHECK                     that check in the JSON of --json
//     score SUBMISSION                          the end of its report
//     timeline SUBMISSION PROGRAM SCENARIO      the run drawn; not where several threads are at work, whose order differs from run to run
//     figure SUBMISSION PROGRAM SCENARIO        the same as a picture, in a file beside the handouts; the content is the file's name
//     failure SUBMISSION CHECK                  such a picture, of the moment that decides a failed check; it names the check there
//     calls SUBMISSION PROGRAM SCENARIO API...  the calls of these functions, one a line, program by program
//     code labs/NN_name/PROGRAM.cpp N           what the stub says at TODO N; solutions/... : what the solution does there
//     code NN/right/NAME/PROGRAM.cpp PART       the part of an also-right program between //[part PART] and //[end]
//     sample NAME                               what handouts/samples/NAME.cpp prints
// Nothing that differs from run to run is shown: times are left out, and the numbers of inherited handles.
class Gallery {
 public:
  Gallery(const Kit& kit, int jobs) : kit_(kit), jobs_(jobs) {}

  // Records and judges what the blocks need, each submission once. `wanted` in pairs of file and block. Throws text::Problem for a
  // submission or a sample that is not there. May be called once (checks/judge.h).
  struct Wanted {
    std::string file;
    handout::Shown shown;
  };
  void prepare(const std::vector<Wanted>& wanted);

  // The content of one of these blocks. Throws text::Problem for what is not there.
  std::string content(const Wanted& wanted, text::Language language) const;
  // The file of a figure, SVG.
  std::string figure(const Wanted& wanted, text::Language language) const;
  // The recording that lies beside a figure of the kind `figure`, for its page (handout/site.h): that of `kept`, a file's lines, as long as
  // the figure is drawn the same from it, else the new one, without the source. Recordings of one program differ in their times.
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
  std::map<std::string, std::string> samples_;     // by name: what they printed
};

}  // namespace lab::cli
