// What `lab package` prints, and what a student kit prints for commands that need solutions. Each error ends with the next thing to try.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    {"student_kit",
     "This is a student kit: it does not include the solutions and test programs that {what} needs, so use the instructor kit for that. To "
     "check your own programs, type: {command} check",
     "이 키트는 학생용이므로 {what}에 필요한 모범 답안과 시험용 프로그램이 들어 있지 않습니다. 그 작업은 강사용 키트에서 하세요. 내 "
     "프로그램을 채점하려면 이렇게 입력하세요: {command} check"},
    {"student_files_unreadable", "kits/student.txt:{line}: \"{text}\" is neither \"+ NAME\" nor \"- NAME\". Correct the line.",
     "kits/student.txt:{line}: \"{text}\"은/는 \"+ 이름\"도 \"- 이름\"도 아닙니다. 이 줄을 고치세요."},
    {"student_section_open",
     "{file}:{line}: the section that starts here is not for students and does not end. Put a line <!-- end --> after it.",
     "{file}:{line}: 여기에서 시작하는 절은 학생에게 보이지 않아야 하는 절인데 끝이 표시되어 있지 않습니다. 절 뒤에 <!-- end --> 줄을 "
     "넣으세요."},
    {"student_section_end",
     "{file}:{line}: no section ends here. Put a line <!-- not for students --> before the section, or remove this line.",
     "{file}:{line}: 여기에서 끝나는 절이 없습니다. 절 앞에 <!-- not for students --> 줄을 넣거나 이 줄을 지우세요."},
    {"package_written", "{file} ({files} file{files:s})", "{file}(파일 {files}개)"},
    {"package_changed", "Changed but not committed; packed in their current state: {files}",
     "바뀌었지만 커밋하지 않은 파일입니다. 현재 상태대로 넣습니다: {files}"},
    {"package_unknown", "Not tracked by git, so left out: {files}", "git에서 추적하지 않는 파일이어서 뺐습니다: {files}"},
    {"package_and_more", "{files} and {more} more", "{files} 그 밖에 {more}개"},
    {"package_no_list",
     "Neither git nor MANIFEST.txt lists the kit's files.{detail:after} Install git, or start from an unpacked instructor kit.",
     "git에서도 MANIFEST.txt에서도 키트의 파일 목록을 찾을 수 없습니다.{detail:after} git을 설치하거나 강사용 키트를 새로 풀어서 "
     "시작하세요."},
    {"package_missing",
     "{file} belongs to the kit but does not exist. Restore it (git restore), or remove it from the list (git rm, or MANIFEST.txt).",
     "키트에 속한 {file}이/가 없습니다. 복원하거나(git restore) 목록에서 빼세요(git rm 또는 MANIFEST.txt)."},
    {"package_undecided", "{file}: kits/student.txt does not say whether students receive it. Add it there, with + or with -.",
     "{file}: 학생용 키트에 넣을지 정해지지 않았습니다. kits/student.txt에 + 또는 -를 붙여 적으세요."},
    {"package_no_stub",
     "{file} is not the stub of its solution, so students would receive someone's work. Move it elsewhere and run lab cut.",
     "{file}은/는 모범 답안에서 만든 골격 코드가 아닙니다. 누군가의 풀이가 학생에게 전달될 수 있으니, 다른 곳으로 옮기고 lab cut을 "
     "실행하세요."},
    {"package_leak",
     "{file} would show students {lines} line{lines:s} of {from}, such as \"{text}\". Reword these lines, or exclude the file in "
     "kits/student.txt.",
     "{file}에 {from}의 {lines}줄이 들어 있어서 학생이 보게 됩니다(예: \"{text}\"). 그 줄을 다르게 쓰거나 kits/student.txt에서 그 파일을 "
     "빼세요."},
    {"package_no_text", "{file} is not a text file, so its content for students cannot be checked. Exclude it in kits/student.txt.",
     "{file}은/는 텍스트 파일이 아니어서 학생에게 보일 내용을 확인할 수 없습니다. kits/student.txt에서 빼세요."},
    {"package_refused", "No kit was written. Fix the problems listed above, then run lab package again.",
     "키트를 만들지 않았습니다. 위의 문제를 고친 뒤 lab package를 다시 실행하세요."},
    {"package_windows_building", "Building the programs for Windows in {folder}; the first time takes several minutes.",
     "{folder}에서 윈도우용 프로그램을 빌드합니다. 처음에는 몇 분 걸립니다."},
    {"package_windows_no_sources",
     "The programs for Windows cannot be built here: {detail} This requires Linux, MinGW, and the sources of libuv, libevent and md4c from "
     "Debian or GitHub. For the other kits, type: lab package --only sources",
     "여기서는 윈도우용 프로그램을 빌드할 수 없습니다: {detail} 리눅스와 MinGW, 그리고 데비안이나 GitHub에서 받는 libuv, libevent, md4c의 "
     "소스가 필요합니다. 나머지 키트는 이렇게 만드세요: lab package --only sources"},
    {"package_windows_no_build",
     "Building the programs for Windows failed: {detail} Fix the compiler errors, or delete build/windows-kit, then try again.",
     "윈도우용 프로그램을 빌드하지 못했습니다: {detail} 컴파일 오류를 고치거나 build/windows-kit를 지우고 다시 실행하세요."},
    {"package_no_licence",
     "{file} is missing, and the kit must include the licenses of the libraries in its programs. Type: apt-get install --reinstall "
     "{package}",
     "{file}이/가 없습니다. 키트에는 프로그램에 들어 있는 라이브러리의 라이선스를 넣어야 합니다. 이렇게 입력하세요: apt-get install "
     "--reinstall "
     "{package}"},
    {"package_no_programs",
     "The autograder needs the grader and its Windows programs, built on Linux, and this grader is not one of those. Type: ./lab package "
     "--gradescope 05",
     "자동 채점기에는 리눅스에서 빌드한 채점기와 윈도우용 프로그램이 필요한데, 지금 실행한 채점기는 그런 채점기가 아닙니다. 이렇게 "
     "입력하세요: ./lab package --gradescope 05"},
    {"package_zip_failed",
     "{file} could not be written: {detail} Install zip (apt-get install zip), check the free disk space, then try again.",
     "{file}을/를 쓰지 못했습니다: {detail} zip을 설치하고(apt-get install zip) 디스크의 빈 공간을 확인한 뒤 다시 실행하세요."},
    {"package_failed",
     "cpack could not write {kit}: {detail} cpack comes with CMake 3.25 or later; check that it is on the PATH and that the disk has free "
     "space, then try again.",
     "cpack이 {kit} 키트를 쓰지 못했습니다: {detail} cpack은 CMake 3.25 이상에 들어 있습니다. PATH와 디스크의 빈 공간을 확인하고 다시 "
     "실행하세요."},
};

}  // namespace

std::span<const Sentence> package_sentences() { return kSentences; }

}  // namespace lab::text
