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
             {"only checks whose name contains this, and what a skipped one depends on",
              "이름에 이 글자가 들어간 검사와, 건너뛴 검사가 필요로 하는 검사만"});
}

void add_jobs(Options& add, int& jobs) {
  add.option("--jobs", jobs, {"how many runs at a time", "한 번에 몇 개씩 실행할지"}).between(1, 64);
}

}  // namespace lab::cli
