// Options that several commands share.
#include "cli/shared_options.h"

namespace lab::cli {

void add_labs(Options& add, std::vector<std::string>& labs) {
  add.option("LAB", labs, {"05, 5, or a part of the lab's name; default: all", "05, 5, 또는 실습 이름의 일부. 기본값은 모두"});
}

void add_recordings(Options& add, std::vector<std::filesystem::path>& paths) {
  add.option("RUN", paths, {"recordings (.jsonl), or folders that contain them", "실행 기록(.jsonl)이나 실행 기록이 든 폴더"}).required();
}

void add_only(Options& add, std::string& only) {
  add.option("--only", only,
             {"only checks whose name contains this, and the checks that a skipped one depends on",
              "이름에 이 문자열이 들어간 검사만. 건너뛴 검사가 있으면 먼저 통과해야 하는 검사까지"});
}

void add_jobs(Options& add, int& jobs) {
  add.option("--jobs", jobs, {"how many runs to carry out at a time", "한 번에 실행할 개수"}).between(1, 64);
}

void add_no_compare(Options& add, bool& no_compare) {
  add.flag(kNoCompare, no_compare,
           {"leave the comparison with a correct program out of the page", "보고서 페이지에서 올바른 프로그램과 비교하지 않습니다"});
}

Option add_no_box(Options& add, bool& no_box) {
  return add.flag("--no-box", no_box,
                  {"run the programs without a sandbox, with your own rights", "프로그램을 샌드박스 없이 내 권한으로 실행합니다"});
}

}  // namespace lab::cli
