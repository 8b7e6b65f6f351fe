// Tests the commands that generate files from recordings: lab judge --html, lab show --html and --trace. No program is started.
#include <fstream>

#include "tests/kit_command.h"
#include "tests/phrases.h"

namespace lab::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// A manager that reads an exit code without a wait.
const std::string kRun =
    R"({"t":"run","schema":"win-ipc-lab/run/1","submission":"hong","lab":"05","program":"AdderManager","scenario":"worker_1_first"}
{"t":"program","name":"AdderManager","attached":true,"end":"itself"}
{"t":"program","name":"PartAdder","arguments":"1 5","role":"standin","parent":0,"attached":true}
{"t":"call","api":"CreateProcess","begin":{"o":1,"at":100},"end":{"o":2,"at":200},"result":1,"started":1,"handles":[1,2]}
{"t":"call","api":"GetExitCodeProcess","begin":{"o":3,"at":5100},"end":{"o":4,"at":5102},"on":[{"kind":"process","program":1,"handle":1}],"result":1,"value":259}
{"t":"end","stdout":"return_val1: 259\r\n"}
)";

TEST(KitPage, JudgeWritesAReport) {
  const Folder folder;
  const auto run = folder.write("AdderManager.worker_1_first.jsonl", kRun);
  const Answer answer =
      lab({"judge", utf8(run), "--only", "WaitsForBothWorkers", "--html", utf8(folder.path() / "report.html"), "--lang", "ko"});
  EXPECT_EQ(answer.status, 1) << answer.err;
  const nlohmann::json title = {{"lab", "05"}, {"title", kAnything}};
  EXPECT_THAT(
      text_of(folder.path() / "report.html"),
      AllOf(HasSubstr("<html lang=\"ko\""), HasSubstr("<title>" + parts(said("page_title_of_lab", title, Language::kKorean)).front()),
            HasSubstr("(hong)</title>"), HasSubstr(parts(said("page_title_of_lab", title)).front()), HasSubstr("</html>")));
}

TEST(KitPage, ShowWritesAPageOrATraceInsteadOfText) {
  const Folder folder;
  const auto run = folder.write("run.jsonl", kRun);
  const Answer answer = lab({"show", utf8(run), "--html", utf8(folder.path() / "run.html"), "--trace", utf8(folder.path() / "run.json")});
  EXPECT_EQ(answer.status, 0) << answer.err;
  EXPECT_EQ(answer.out, said("show_page_written", {{"file", utf8(folder.path() / "run.html")}}) + "\n" +
                            said("show_trace_written", {{"file", utf8(folder.path() / "run.json")}}) + "\n");
  EXPECT_THAT(text_of(folder.path() / "run.html"), AllOf(HasSubstr("<h1>"), HasSubstr("PartAdder 1 5 = 259"), Not(HasSubstr("<article"))));
  const auto trace = nlohmann::json::parse(text_of(folder.path() / "run.json"));
  EXPECT_GT(trace.at("traceEvents").size(), 5u);
}

TEST(KitPage, ShowComparesWithACorrectRun) {
  const Folder folder;
  const auto run = folder.write("run.jsonl", kRun);
  std::string lines = kRun;
  lines.replace(lines.find("\"value\":259"), 11, "\"value\":15");
  const auto correct = folder.write("correct.jsonl", lines);
  const Answer answer = lab({"show", utf8(run), "--against", utf8(correct)});
  EXPECT_EQ(answer.status, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("! GetExitCodeProcess(PartAdder 1 5) -> TRUE, 259 (STILL_ACTIVE)\n    " +
                                    said("against_correct", {{"call", "GetExitCodeProcess(PartAdder 1 5) -> TRUE, 15"}})));
  EXPECT_THAT(lab({"show", utf8(run), "--against", utf8(run)}).out,
              Says("against_none", {{"program", "AdderManager"}, {"scenario", "worker_1_first"}}));
  lines.replace(lines.find("worker_1_first"), 14, "worker_2_first");
  const auto other = folder.write("other.jsonl", lines);
  const Answer none = lab({"show", utf8(run), "--against", utf8(other)});
  EXPECT_EQ(none.status, 2);
  EXPECT_THAT(none.err, Says("show_no_counterpart", {{"program", "AdderManager"}, {"scenario", "worker_1_first"}}));
}

TEST(KitPage, AFileThatCannotBeWrittenIsSaid) {
  const Folder folder;
  const auto run = folder.write("run.jsonl", kRun);
  const std::string nowhere = utf8(folder.path() / "no" / "such" / "folder.html");
  for (const char* command : {"judge", "show"}) {
    const Answer answer = lab({command, utf8(run), "--html", nowhere});
    EXPECT_EQ(answer.status, 2) << command;
    EXPECT_THAT(answer.err, Says("file_not_written", {{"file", nowhere}})) << command;
  }
}

}  // namespace
}  // namespace lab::tests
