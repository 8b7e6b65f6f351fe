// Options that several commands share.
#include "cli/shared_options.h"

namespace lab::cli {

void add_labs(Options& add, std::vector<std::string>& labs) {
  add.option("LAB", labs, {"05, 5, or a part of the lab's name; none means all", "05, 5, 또는 실습 이름의 일부. 없으면 모두"});
}

void add_recordings(Options& add, std::vector<std::filesystem::path>& paths) {
  add.option("RUN", paths, {"recordings (.jsonl), or folders with them", "실행 기록(.jsonl)이나 그것이 든 폴더"}).required();
}

void add_only(Options& add, std::string& only) {
  add.option("--only", only,
             {"only checks whose name contains this, and what a skipped one rests on",
              "이름에 이 글자가 들어간 검사와, 건너뛴 검사가 필요로 하는 검사만"});
}

void add_report_files(Options& add, ReportFiles& files) {
  add.option("--json", files.json, {"write the verdicts to this file as JSON", "판정을 이 파일에 JSON으로 씁니다"});
  add.option("--junit", files.junit, {"write the verdicts to this file as JUnit XML", "판정을 이 파일에 JUnit XML로 씁니다"});
  add.option("--html", files.html, {"write a report page with timelines to this file", "타임라인이 든 보고서 페이지를 이 파일에 씁니다"});
}

void add_jobs(Options& add, int& jobs) {
  add.option("--jobs", jobs, {"how many runs at a time", "한 번에 몇 개씩 실행할지"}).between(1, 64);
}

}  // namespace lab::cli
