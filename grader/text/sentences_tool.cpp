// What the commands themselves print. Each error ends with the next thing to try.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    {"compile_disk_full",
     "The disk is full, so the compiler could not finish with the sources in {folder}. Free some disk space, then run the command again.",
     "디스크가 가득 차서 {folder}의 소스를 컴파일하지 못했습니다. 디스크 공간을 확보한 다음 명령을 다시 실행하세요."},
    {"visual_studio_missing",
     "Visual Studio's compiler (cl) is not on the PATH. Start the grader with lab.cmd, which finds it; if that does not help, install "
     "\"Desktop development with C++\" in the Visual Studio Installer.",
     "Visual Studio의 컴파일러(cl)가 PATH에 없습니다. 컴파일러를 찾아 주는 lab.cmd로 채점기를 실행하세요. 그래도 안 되면 Visual Studio "
     "Installer에서 \"C++를 사용한 데스크톱 개발\"을 설치하세요."},
    {"visual_studio_not_x64",
     "This prompt builds programs for {target}, but the labs are 64-bit. Close it, open an ordinary terminal, and type .\\lab there: it "
     "sets up the compiler for x64.",
     "이 프롬프트는 {target}용 프로그램을 빌드하는데, 실습 프로그램은 64비트입니다. 이 창을 닫고 일반 터미널에서 .\\lab을 입력하세요. "
     "그러면 컴파일러가 x64로 설정됩니다."},
    {"unknown_language", "This kit has no language \"{name}\". Use ko or en.",
     "이 키트는 \"{name}\" 언어를 지원하지 않습니다. ko나 en을 쓰세요."},
    {"unknown_lab", "There is no lab \"{name}\". Use one of: {labs}.",
     "\"{name}\"이라는/라는 실습은 없습니다. 다음 중에서 고르세요: {labs}."},
    {"ambiguous_lab", "\"{name}\" matches more than one lab: {labs}. Use the number.",
     "\"{name}\"에 맞는 실습이 여럿입니다: {labs}. 번호를 쓰세요."},
    {"unknown_check", "There is no check \"{name}\". Use one of: {checks}.",
     "\"{name}\"이라는/라는 검사는 없습니다. 다음 중에서 고르세요: {checks}."},
    {"unknown_command", "There is no command \"{name}\". Use one of: {commands}.",
     "\"{name}\"이라는/라는 명령은 없습니다. 다음 중에서 고르세요: {commands}."},
    {"command_meant", "There is no command \"{name}\". Did you mean {meant}?",
     "\"{name}\"이라는/라는 명령은 없습니다. {meant} 명령을 쓰려던 것인가요?"},
    {"unknown_program", "Lab {lab} has no program \"{name}\". Use one of: {programs}.",
     "실습 {lab}에는 \"{name}\"이라는/라는 프로그램이 없습니다. 다음 중에서 고르세요: {programs}."},
    {"reset_written", "{file}: the stub was written.", "{file}: 골격 코드를 새로 만들었습니다."},
    {"reset_kept", "{file} is the stub again; your previous version is kept next to it as {old}.",
     "{file}을/를 골격 코드로 되돌렸습니다. 작성하던 파일은 같은 폴더에 {old}으로/로 남겨 두었습니다."},
    {"reset_is_stub", "{file} is already the stub; nothing was changed.", "{file}은/는 이미 골격 코드 그대로이므로 바꾸지 않았습니다."},
    {"reset_no_stub", "This kit has no stub for {file}. Copy the file from a new copy of the kit.",
     "이 키트에는 {file}의 골격 코드가 없습니다. 키트를 새로 받아 그 파일을 복사하세요."},
    {"reset_not_kept", "{file} could not be renamed, so it was left unchanged. Close the programs that have it open and try again.",
     "{file}의 이름을 바꿀 수 없어 그대로 두었습니다. 이 파일을 열고 있는 프로그램을 닫고 다시 해 보세요."},
    {"path_missing", "{path} does not exist. Check the path.", "{path}이/가 없습니다. 경로를 확인하세요."},
    {"folder_missing", "There is no folder {folder}. Check the path.", "{folder} 폴더가 없습니다. 경로를 확인하세요."},
    {"show_no_counterpart",
     "The recordings given with --against include none of {program} in the run \"{scenario}\". Specify a recording of the same run.",
     "--against로 지정한 실행 기록에는 {program}의 실행 \"{scenario}\"이/가 없습니다. 같은 실행의 기록을 지정하세요."},
    {"show_page_written", "{file}: written. Open it in a browser.", "{file}: 저장했습니다. 브라우저에서 여세요."},
    {"show_trace_written", "{file}: written. Open it at ui.perfetto.dev.", "{file}: 저장했습니다. ui.perfetto.dev에서 여세요."},
    {"from_is_a_file", "{file} is a file, but --from takes a folder. Extract an archive first; put a single program file into a folder.",
     "{file}은/는 파일인데 --from에는 폴더를 지정해야 합니다. 압축 파일이라면 먼저 풀고, 프로그램 파일 하나라면 폴더를 만들어 그 안에 "
     "넣으세요."},
    {"sandbox_missing",
     "Programs in another folder run in a sandbox, and bubblewrap, which creates it, is not installed. Try: apt-get install bubblewrap. Or "
     "use --no-box to run them with your own rights.",
     "다른 폴더의 프로그램은 샌드박스에서 실행하는데, 샌드박스를 만드는 bubblewrap이 설치되어 있지 않습니다. 다음을 실행하세요: apt-get "
     "install bubblewrap. 내 권한으로 실행하려면 --no-box를 쓰세요."},
    {"sandbox_refused",
     "Programs in another folder run in a sandbox, and this system does not let bubblewrap create one ({detail}). Allow user namespaces "
     "(sysctl kernel.unprivileged_userns_clone=1; in a container: --privileged). Or use --no-box to run them with your own rights.",
     "다른 폴더의 프로그램은 샌드박스에서 실행하는데, 이 시스템에서는 bubblewrap이 샌드박스를 만들 수 없습니다({detail}). 사용자 "
     "네임스페이스를 허용하세요(sysctl kernel.unprivileged_userns_clone=1, 컨테이너에서는 --privileged). 내 권한으로 실행하려면 --no-box를 "
     "쓰세요."},
    {"user_refused",
     "The programs cannot run with the rights of the user {user} ({detail}). Start the grader as root, and create the user first: useradd "
     "--user-group {user}",
     "프로그램을 {user} 사용자의 권한으로 실행할 수 없습니다({detail}). 먼저 사용자를 만들고 채점기를 루트로 시작하세요: useradd "
     "--user-group {user}"},
    {"runs_not_kept", "The verdicts above are complete, but not all recordings could be kept.",
     "판정은 모두 위와 같이 나왔지만, 일부 실행 기록을 저장하지 못했습니다."},
    {"file_not_written", "{file} cannot be written. Check the path, the free space and the permissions.",
     "{file}을/를 쓸 수 없습니다. 경로, 남은 공간, 권한을 확인하세요."},
    {"run_file_broken", "This recording cannot be used: {detail}",
     "이 기록은 쓸 수 없습니다: {detail} --runs로 다시 기록하거나 수정하지 않은 사본을 쓰세요."},

    {"kit_missing", "This program is not in a kit folder. Start it with the lab command in the kit's folder.",
     "이 프로그램이 키트 폴더에 있지 않습니다. 키트 폴더에 있는 lab 명령으로 시작하세요."},
    {"stage_missing", "stage.exe, which runs the programs, has not been built. Start the grader with the lab command in the kit's folder.",
     "프로그램을 실행하는 stage.exe가 아직 빌드되지 않았습니다. 채점기는 키트 폴더에 있는 lab 명령으로 시작하세요."},
    {"mixed_recordings",
     "{first} and {second} both record {program} in the run \"{scenario}\", so they are from different checks. Judge the recordings of "
     "one check at a time.",
     "{first}과/와 {second}은/는 둘 다 \"{scenario}\" 실행에서 {program}을/를 기록한 것이므로 서로 다른 채점의 기록입니다. 한 번 채점한 "
     "기록만 지정하세요."},
    {"no_recordings", "There is no recording in {folder}. Make one with: lab check --runs FOLDER",
     "{folder}에 실행 기록이 없습니다. 먼저 기록하세요: lab check --runs 폴더"},
    {"no_specimens", "None of the kit's known-wrong and also-right programs has \"{name}\" in its name. Look in grader/labs.",
     "키트의 known-wrong, also-right 프로그램 가운데 이름에 \"{name}\"이/가 들어간 것이 없습니다. grader/labs 아래를 살펴보세요."},

    // lab.toml
    {"no_labs",
     "There is no lab in {folder}: none of its folders has a lab.toml. Check the path, or restore the kit's labs folder with git.",
     "{folder} 아래에 lab.toml이 있는 실습 폴더가 없습니다. 경로를 확인하거나 git으로 labs 폴더를 복원하세요."},
    {"lab_toml_unreadable", "{file} cannot be read. Check that it is a file and that you have permission to read it.",
     "{file}을/를 읽을 수 없습니다. 파일이 맞는지, 읽기 권한이 있는지 확인하세요."},
    {"lab_toml_syntax", "{file}:{line}: this is not TOML: {detail} Fix the line.",
     "{file}:{line}: TOML 문법에 맞지 않습니다: {detail} 이 줄을 고치세요."},
    {"lab_toml_missing", "{file}:{line}: \"{key}\" is missing. Write, for example: {example}",
     "{file}:{line}: \"{key}\" 항목이 없습니다. 예를 들어 이렇게 쓰세요: {example}"},
    {"lab_toml_wrong", "{file}:{line}: \"{key}\" has an invalid value. Write, for example: {example}",
     "{file}:{line}: \"{key}\" 항목의 값이 올바르지 않습니다. 예를 들어 이렇게 쓰세요: {example}"},
    {"lab_toml_unknown_key", "{file}:{line}: unknown key \"{key}\": remove it or use one of {known}.",
     "{file}:{line}: \"{key}\"은/는 알 수 없는 항목입니다. 지우거나 다음 중 하나를 쓰세요: {known}."},
    {"lab_toml_twice", "{file}:{line}: the check {check} is listed twice. Remove one of them.",
     "{file}:{line}: 검사 {check}이/가 두 번 나옵니다. 하나를 지우세요."},
    {"lab_toml_suite", "{file}:{line}: the check {check} belongs to none of the lab's programs: {programs}. Write it as Program.Name.",
     "{file}:{line}: 검사 {check}은/는 이 실습의 프로그램({programs}) 가운데 어디에도 속하지 않습니다. 프로그램.이름 형식으로 쓰세요."},
    {"lab_toml_borrows",
     "{file}: \"borrows\" names {program}, which is not a program of any other lab. Write the name exactly as in that lab's \"programs\".",
     "{file}: \"borrows\"에 적힌 {program}은/는 다른 실습의 프로그램이 아닙니다. 그 실습의 \"programs\"에 있는 이름 그대로 쓰세요."},
    {"lab_toml_number", "{file}:{line}: the number is \"{number}\", but the folder is named {folder}. Make them match.",
     "{file}:{line}: number는 \"{number}\"인데 폴더 이름은 {folder}입니다. 둘을 맞추세요."},

    // cut
    {"cut_nested", "{file}:{line}: this [todo] begins inside another one. Close the previous one with //[end].",
     "{file}:{line}: [todo] 안에서 또 [todo]가 시작됩니다. 앞의 [todo]를 //[end]로 닫으세요."},
    {"cut_unterminated", "{file}:{line}: this [todo] has no end. Close it with //[end].",
     "{file}:{line}: 이 [todo]를 닫는 줄이 없습니다. //[end]로 닫으세요."},
    {"cut_outside", "{file}:{line}: {marker} is outside a [todo]. Put //[todo N] before it, or remove it.",
     "{file}:{line}: {marker}이/가 [todo] 밖에 있습니다. 그 앞에 //[todo N]을 쓰거나 지우세요."},
    {"cut_unknown_marker", "{file}:{line}: {marker} is not a marker. Use //[todo N] text, //[stub] line or //[end].",
     "{file}:{line}: {marker}은/는 정해진 표시가 아닙니다. //[todo N] 설명, //[stub] 줄, //[end]를 쓰세요."},
    {"cut_wrong_number",
     "{file}:{line}: this is TODO {seen}, but the next number must be {expected}. Number the TODOs in ascending order from top to bottom.",
     "{file}:{line}: TODO {seen}인데 다음 번호는 {expected}이어야/여야 합니다. 위에서 아래로 1씩 커지게 번호를 매기세요."},
    {"cut_no_todo", "{file}: this solution has no //[todo], so its stub would reveal everything. Mark what the student should write.",
     "{file}: 이 모범 답안에는 //[todo]가 없어서 골격 코드에 답이 그대로 드러납니다. 학생이 작성할 부분을 표시하세요."},
    {"cut_unreadable", "{file}: cannot be read. Check the file's permissions.", "{file}: 읽을 수 없습니다. 파일의 권한을 확인하세요."},
    {"cut_not_ascii",
     "{file}:{line}: this line has a character that is not ASCII, which compilers read differently. Use ASCII; Korean belongs in handouts "
     "and lab.toml.",
     "{file}:{line}: ASCII가 아닌 문자가 있습니다. 컴파일러마다 다르게 해석하므로 ASCII 문자만 쓰고, 한국어는 핸드아웃과 lab.toml에 "
     "쓰세요."},
    {"cut_no_solutions", "There is no solution to cut in {folder}. Run this in the kit's folder.",
     "{folder} 아래에 골격 코드를 만들 모범 답안이 없습니다. 키트 폴더에서 실행하세요."},
    {"cut_written", "{file}: written.", "{file}: 저장했습니다."},
    {"cut_fresh", "{file}: up to date.", "{file}: 최신입니다."},
    {"cut_missing", "{file}: missing. Run lab cut.", "{file}: 없습니다. lab cut을 실행하세요."},
    {"cut_stale", "{file}: out of date, because its solution has changed. Run lab cut.",
     "{file}: 모범 답안이 바뀌었는데 이 파일에는 아직 반영되지 않았습니다. lab cut을 실행하세요."},
    {"cut_list_stale", "{file}: out of date, because a lab.toml has changed. Run lab cut.",
     "{file}: lab.toml이 바뀌었는데 이 파일에는 아직 반영되지 않았습니다. lab cut을 실행하세요."},
    {"cut_edited", "{file}: left unchanged, because it has been edited. To get a new stub, move it elsewhere and run lab cut again.",
     "{file}: 편집된 파일이어서 그대로 두었습니다. 새 골격 코드가 필요하면 이 파일을 다른 곳으로 옮기고 lab cut을 다시 실행하세요."},
    {"cut_orphan", "{file}: its solution no longer exists. Delete this file, too, or restore the solution.",
     "{file}: 이 파일의 모범 답안이 없습니다. 이 파일도 지우거나 모범 답안을 복원하세요."},
};

}  // namespace

std::span<const Sentence> tool_sentences() { return kSentences; }

}  // namespace lab::text
