// Reasons that matchers in several files return, and the list of all reason tables in this folder. A reason that only one file returns has
// its row in that file.
#pragma once

#include "trace/reason.h"

namespace lab::checks {

using trace::Outcome;
using trace::Reason;
using trace::ReasonTable;
using trace::StepOf;

// Hints that several reasons share, or reasons in several files.
inline constexpr trace::Words kCompareNames{
    .en =
        "Compare \"{seen}\" with {expected}, character by character. Is the name itself different, or the way you wrote it as a C string?",
    .ko = "\"{seen}\"을/를 {expected}과/와 한 글자씩 비교해 보세요. 이름 자체가 다른가요, 아니면 C 문자열로 적는 방법이 틀렸나요?"};
inline constexpr trace::Words kOneWidth{.en =
                                            "Do the array, the mailslot function and every string function use the same character width? A "
                                            "single char or strlen among TCHAR and _tcslen is enough to mix them.",
                                        .ko =
                                            "배열, 메일슬롯 함수, 문자열 함수가 모두 같은 문자 폭을 쓰나요? TCHAR와 _tcslen 사이에 char나 "
                                            "strlen이 하나만 있어도 폭이 섞입니다."};
inline constexpr trace::Words kLineEnds{
    .en = "Which function prints the message? _putts adds the newline itself; _tprintf does so only if its format has a \\n.",
    .ko = "메시지를 출력하는 함수는 무엇인가요? _putts는 줄을 바꾸어 주지만, _tprintf는 형식 문자열에 \\n이 있어야 줄을 바꿉니다."};
inline constexpr trace::Words kWhereTheProgramIs{.en =
                                                     "Is the program at \"{seen}\", relative to the folder in which yours runs? Which "
                                                     "argument holds the path, and which one the command line?",
                                                 .ko =
                                                     "여러분의 프로그램이 실행되는 폴더를 기준으로, \"{seen}\"에 그 프로그램이 있나요? "
                                                     "경로는 어느 인수에, 명령줄은 어느 인수에 넘겼나요?"};
inline constexpr trace::Words kIndexOfTheTerminator{
    .en = "{bytes} bytes are {characters} characters here. Which of the two numbers is the index of the terminator?",
    .ko = "여기서 {bytes}바이트는 {characters}글자입니다. 두 수 가운데 널 문자의 인덱스는 어느 쪽인가요?"};
inline constexpr trace::Words kFormatOrMessage{.en = "Which argument of your printf is the format: your own string, or the message?",
                                               .ko = "printf의 형식 문자열로 무엇을 넘겼나요? 직접 적은 문자열인가요, 받은 메시지인가요?"};
inline constexpr trace::Words kWhatIsClosed{
    .en = "CloseHandle takes a handle. Which variable do you pass, and which call stored a handle in it?",
    .ko = "CloseHandle에는 핸들 값을 넘깁니다. 어떤 변수를 넘겼고, 그 변수에 핸들을 저장한 호출은 무엇인가요?"};

inline constexpr ReasonTable kShared{{
    {.id = "read_again_after_exit",
     .outcome = Outcome::kTimedOut,
     .cause = "no end",
     .hint = {.en =
                  "Which line compares the message with exit? `exit` arrived as these four characters, without a newline: does the "
                  "string that you compare them with contain a \\n or a capital letter? And what does _tcscmp return when two strings are "
                  "equal?",
              .ko = "메시지를 exit와 비교하는 줄은 어디인가요? `exit`는 줄 바꿈 문자 없이 이 네 글자로 왔습니다. 비교하는 문자열에 "
                    "\\n이나 대문자가 있지는 않나요? _tcscmp는 두 문자열이 같을 때 어떤 값을 반환하나요?"},
     .hints_of = "StopsOnExit",
     .en = "{program} read the message `exit` and then went on to read another message: it did not compare the message with exit, the "
           "comparison was false, or a true result did not end the loop.",
     .ko = "{program}이/가 메시지 `exit`를 읽고도 다음 메시지를 읽으려 했습니다. 메시지를 exit와 비교하지 않았거나, 비교한 결과가 "
           "거짓이었거나, 참인데도 반복을 끝내지 않았습니다."},
    {.id = "judged_by_consequences",
     .outcome = Outcome::kPassed,
     .en = "{program} was handed in as an .exe. In an .exe the grader can see only the consequences of a write past the end of an array, "
           "and it saw none. In a program that it builds from source, it stops such a write.",
     .ko = "{program}을/를 .exe로 제출했습니다. .exe에서는 배열의 끝을 넘어서 썼는지를 그 결과로 나타난 현상으로만 알 수 있는데, 그런 "
           "현상은 없었습니다. 소스를 제출하면 그렇게 쓰는 순간 채점기가 프로그램을 중지합니다."},
    {.id = "never_opened",
     .step_of = StepOf::kCheck,
     .hints_of = "OpensTheSlotForWriting",
     .en = "The program never opened the mailslot {expected}. CreateFile returns a handle for writing to it.",
     .ko = "메일슬롯 {expected}을/를 열지 않았습니다. 메일슬롯에 쓸 핸들은 CreateFile이 반환합니다."},
    {.id = "opened_another_name",
     .step_of = StepOf::kCheck,
     .hint = kCompareNames,
     .en = "The program opened \"{seen}\" (error {error:error}); expected {expected}. In a C string, write each backslash twice.",
     .ko = "{expected}을/를 열어야 하는데 \"{seen}\"을/를 열었습니다(오류 {error:error}). C 문자열에서는 백슬래시를 두 번씩 적습니다."},
    {.id = "name_lacks_part",
     .step_of = StepOf::kCheck,
     .hint = {.en = "Print the name just before the call. Which of your lines adds \"{missing}\"? Is NULL passed on a later line, for "
                    "example an argv[1] that does not exist? In that case _tcscat_s empties the array.",
              .ko = "호출하기 직전에 이름을 출력해 보세요. \"{missing}\"을/를 덧붙이는 줄은 어디인가요? 그 뒤의 줄에서 존재하지 않는 "
                    "argv[1]처럼 NULL을 넘기지 않았나요? NULL을 넘기면 _tcscat_s가 배열을 비웁니다."},
     .en = "The program opened \"{seen}\" (error {error:error}); expected {expected}. The name lacks \"{missing}\".",
     .ko = "{expected}을/를 열어야 하는데 \"{seen}\"을/를 열었습니다(오류 {error:error}). 이름에 \"{missing}\"이/가 빠졌습니다."},
    {.id = "created_instead_of_opened",
     .en = "The program called CreateMailslot. The receiver does that; a sender opens {expected} with CreateFile.",
     .ko = "CreateMailslot을 호출했습니다. 그것은 수신자가 할 일이고, 송신자는 CreateFile로 {expected}을/를 열어야 합니다."},
    {.id = "line_not_sent",
     .hint =
         {.en =
              "Follow the line \"{line}\" through your program. Where is it read, and which condition is between that point and WriteFile?",
          .ko = "\"{line}\" 줄을 프로그램에서 따라가 보세요. 어디에서 읽고, 거기에서 WriteFile까지 가는 동안 어떤 조건이 있나요?"},
     .en = "The program never sent the line \"{line}\".",
     .ko = "\"{line}\" 줄을 보내지 않았습니다."},
    {.id = "sent_twice",
     .hint = {.en =
                  "How many times does your program call WriteFile between two lines that it reads? Is there one more call after the loop?",
              .ko = "한 줄을 읽고 다음 줄을 읽을 때까지 WriteFile을 몇 번 호출하나요? 반복문 뒤에서 한 번 더 호출하지는 않나요?"},
     .en = "The program sent the line \"{line}\" twice.",
     .ko = "\"{line}\" 줄을 두 번 보냈습니다."},
    {.id = "reads_on_at_end_of_input",
     .outcome = Outcome::kTimedOut,
     .hints_of = "StopsAtEndOfInput",
     .en = "At the end of the input {program} kept asking for the next line. fgets returns NULL at the end of the input.",
     .ko = "입력이 끝났는데 {program}이/가 다음 줄을 끝없이 읽으려 했습니다. 입력이 끝나면 fgets는 NULL을 반환합니다."},
    {.id = "message_never_read",
     .hint = {.en = "Where was your program waiting when \"{text}\" arrived? What had to happen there before it could call ReadFile again?",
              .ko = "\"{text}\"이/가 왔을 때 프로그램은 어디에서 기다리고 있었나요? 거기에서 무슨 일이 있어야 ReadFile을 다시 호출할 수 "
                    "있었나요?"},
     .en = "The message \"{text}\" arrived but was never read.",
     .ko = "메시지 \"{text}\"이/가 왔지만 읽지 않았습니다."},
    {.id = "ended_untold",
     .hint = {.en = "Which return or break did {program} take? Which condition leads there, and why was it true?",
              .ko = "{program}은/는 어느 return이나 break로 종료했나요? 어떤 조건에서 그곳으로 가고, 그 조건은 왜 참이 되었나요?"},
     .en = "{program} ended although `exit` had not been typed and the input had not ended.",
     .ko = "`exit`를 입력하지 않았고 입력이 끝나지도 않았는데 {program}이/가 종료했습니다."},
    {.id = "slot_closed_twice",
     .hint = {.en = "Mark every CloseHandle for this handle. Which two of them are on one path through your program?",
              .ko = "이 핸들을 닫는 CloseHandle 호출에 모두 표시해 보세요. 프로그램의 한 경로에서 어느 둘이 함께 실행되나요?"},
     .en = "A handle of the mailslot {slot} was closed twice. By the second call, the same handle value may already belong to a different "
           "object.",
     .ko = "메일슬롯 {slot}의 핸들을 두 번 닫았습니다. 두 번째로 닫을 때는 같은 핸들 값이 이미 다른 오브젝트의 핸들일 수 있습니다."},
    {.id = "waited_for_thread",
     .hint = {.en = "CreateProcess fills in two handles: hProcess and hThread. Which one did you pass to the wait function?",
              .ko = "CreateProcess는 hProcess와 hThread, 두 핸들을 채웁니다. 어느 쪽을 대기 함수에 넘겼나요?"},
     .en = "The program waited for a thread of {worker}, not for the process. A process can outlive its first thread, and its exit code is "
           "final only when the process itself is Signaled.",
     .ko = "{worker}의 프로세스가 아니라 스레드를 기다렸습니다. 프로세스는 첫 스레드가 끝난 다음에도 계속 실행될 수 있고, 종료 코드는 "
           "프로세스 자체가 시그널 상태일 때 비로소 확정됩니다."},
    {.id = "no_workers",
     .hint = {.en = "Which TODO starts the programs? Waits, exit codes and CloseHandle all need a handle that CreateProcess has filled in.",
              .ko = "어느 TODO에서 프로그램을 시작하나요? 대기, 종료 코드 읽기, CloseHandle에는 모두 CreateProcess가 채운 핸들이 "
                    "필요합니다."},
     .en = "The program should have started {expected} program{expected:s}, but it started none.",
     .ko = "프로그램 {expected}개를 시작해야 하는데 하나도 시작하지 않았습니다."},
    {.id = "started_something_else",
     .hint = {.en = "CreateProcess takes the path of the program as its first argument and the command line as its second. Where does "
                    "\"{seen}\" come from?",
              .ko = "CreateProcess의 첫 번째 인수는 프로그램의 경로, 두 번째 인수는 명령줄입니다. \"{seen}\"은/는 어디에서 온 값인가요?"},
     .en = "The program started \"{seen}\"; expected {expected}.",
     .ko = "{expected}을/를 시작해야 하는데 \"{seen}\"을/를 시작했습니다."},
    {.id = "waited_on_closed_handle",
     .cause = "closed handle",
     .hint = {.en = "Which line closes the handle of {worker}, and which later calls still need that handle?",
              .ko = "{worker}의 핸들을 닫는 줄은 어디인가요? 그 뒤의 호출 가운데 그 핸들을 아직 써야 하는 호출은 무엇인가요?"},
     .en = "{call} was passed a handle of {worker} that had already been closed (error {error:error}), so it could not wait.",
     .ko = "이미 닫은 {worker}의 핸들을 {call}에 넘겨서 기다리지 못했습니다(오류 {error:error})."},
    {.id = "worker_terminated",
     .hint = {.en = "Which function waits until {worker} has ended by itself and only then returns?",
              .ko = "{worker}이/가 스스로 종료할 때까지 기다렸다가 반환되는 함수는 무엇인가요?"},
     .en = "{worker} was still running when the program terminated it with TerminateProcess. It never returned a value: its exit code is "
           "the number passed to TerminateProcess.",
     .ko = "{worker}이/가 아직 실행 중인데 TerminateProcess로 종료시켰습니다. {worker}은/는 아무 값도 반환하지 않았고, 종료 코드는 "
           "TerminateProcess에 넘긴 숫자입니다."},
    {.id = "number_not_printed",
     .hint = {.en = "Where does your program take the number after \"{label}:\" from? In this run, which call returned that value?",
              .ko = "\"{label}:\" 뒤에 출력하는 수는 어디에서 온 값인가요? 이 실행에서 그 값을 반환한 호출은 무엇인가요?"},
     .en = "Expected \"{label}: {expected}\", but the program printed \"{label}: {seen}\".",
     .ko = "\"{label}: {expected}\"을/를 출력해야 하는데 \"{label}: {seen}\"을/를 출력했습니다."},
    {.id = "number_missing",
     .cause = "no label",
     .hint = {.en =
                  "Compare what your program printed with \"{label}: {expected}\": the label, the colon, and the number directly after it.",
              .ko = "프로그램의 출력을 \"{label}: {expected}\"과/와 비교해 보세요. 이름, 콜론, 그리고 바로 뒤의 숫자가 같은가요?"},
     .en = "Expected \"{label}: {expected}\", but the program printed no number after \"{label}:\".",
     .ko = "\"{label}: {expected}\"을/를 출력해야 하는데 \"{label}:\" 뒤에 숫자를 출력하지 않았습니다."},
    {.id = "sentence_not_printed",
     .hint = {.en = "Which line of your program prints \"{sentence}\"? Which condition leads there, and was it true in this run?",
              .ko = "\"{sentence}\"을/를 출력하는 줄은 어디인가요? 어떤 조건에서 그 줄로 가고, 이 실행에서 그 조건은 참이었나요?"},
     .en = "The program should have printed \"{sentence}\", but it did not.",
     .ko = "\"{sentence}\"을/를 출력해야 하는데 출력하지 않았습니다."},
    {.id = "wrong_exit_code",
     .hint = {.en = "The exit code of {program} is the value that its _tmain returns. Which return statement ended this run, and which "
                    "value does it return?",
              .ko = "{program}의 종료 코드는 _tmain의 반환값입니다. 이 실행은 어느 return 문에서 끝났고, 그 문은 어떤 값을 반환하나요?"},
     .en = "{program} ended with exit code {seen:code}; expected {expected:code}.",
     .ko = "{program}의 종료 코드는 {expected:code}이어야/여야 하는데 {seen:code}이었/였습니다."},
    {.id = "crashed",
     .outcome = Outcome::kCrashed,
     .cause = "crashed",
     .hint = {.en = "Run {program} in the debugger with the same arguments: the debugger stops at the line that crashes. Which pointer, "
                    "index or format string does that line use?",
              .ko = "디버거에서 같은 인수로 {program}을/를 실행해 보세요. 비정상 종료한 줄에서 멈춥니다. 그 줄에서 사용하는 포인터, "
                    "인덱스, 형식 문자열은 무엇인가요?"},
     .en = "{program}{arguments:after} crashed with {exception:code}.",
     .ko = "{program}{arguments:after}이/가 {exception:code}으로/로 비정상 종료했습니다."},
    {.id = "nothing_to_close",
     .hint = {.en = "Do the earlier steps first: only a program that obtains a handle and ends by itself can show how it closes handles.",
              .ko = "앞 단계부터 하세요. 프로그램이 핸들을 얻고 스스로 종료해야 핸들을 어떻게 닫는지 확인할 수 있습니다."},
     .en = "{program} did not end by itself with a handle to close, so handle cleanup could not be checked.",
     .ko = "{program}이/가 닫아야 할 핸들을 얻은 뒤 스스로 종료한 실행이 없어서, 핸들을 닫는지 확인할 수 없습니다."},
    {.id = "rests_on",
     .outcome = Outcome::kSkipped,
     .en = "Skipped: depends on {check}, which did not pass. Fix that first.",
     .ko = "먼저 통과해야 하는 {check}을/를 통과하지 못해서 건너뛰었습니다. 그 검사부터 고치세요."},
    {.id = "rests_on_program",
     .outcome = Outcome::kSkipped,
     .needs_program = true,
     .en = "Skipped: this check also needs your {program}, and no {program} that can be started was found. If you have a {program}.cpp, "
           "make it compile; if not, write it first or put it into the folder.",
     .ko = "이 검사에는 여러분이 만든 {program}도 필요한데, 실행할 수 있는 {program}을/를 찾지 못해서 건너뛰었습니다. {program}.cpp가 "
           "있다면 컴파일되게 고치고, 없다면 먼저 만들거나 폴더에 넣어 주세요."},
    {.id = "recording_missing",
     .outcome = Outcome::kGraderError,
     .en = "The recording {file} is missing, so this check could not be judged. It costs no points. Check again; to judge saved "
           "recordings, use a complete copy of their folder.",
     .ko = "실행 기록 {file}이/가 없어서 이 검사를 채점하지 못했습니다. 감점되지 않습니다. 다시 채점하세요. 저장해 둔 기록을 채점하는 "
           "중이라면 빠진 파일이 없는 폴더를 지정하세요."},
    {.id = "grader_error",
     .outcome = Outcome::kGraderError,
     .en = "The grader failed: {detail}. This is not your mistake and costs no points. Run the check again; if the error persists, send "
           "this message to your instructor.",
     .ko = "채점기에 오류가 생겼습니다: {detail}. 여러분의 잘못이 아니며 감점되지 않습니다. 다시 채점해 보고, 같은 오류가 계속되면 이 "
           "메시지를 강사에게 보내 주세요."},
}};

// Each table is in the .cpp file with the same name. A new table needs one line here and one in reasons.cpp.
std::span<const Reason> call_reasons();
std::span<const Reason> end_reasons();
std::span<const Reason> printed_number_reasons();
std::span<const Reason> process_reasons();
std::span<const Reason> process_handle_reasons();
std::span<const Reason> start_reasons();
std::span<const Reason> mail_receive_reasons();
std::span<const Reason> mail_read_reasons();
std::span<const Reason> mail_crash_reasons();
std::span<const Reason> mail_print_reasons();
std::span<const Reason> mail_send_reasons();
std::span<const Reason> mail_line_reasons();
std::span<const Reason> mail_handle_reasons();

trace::ReasonTables reason_tables();

}  // namespace lab::checks
