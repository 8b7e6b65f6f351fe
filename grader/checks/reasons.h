// Reasons that matchers of several files return, and the list of all tables of this room. A reason that one file returns has its row there.
#pragma once

#include "trace/reason.h"

namespace lab::checks {

using trace::Outcome;
using trace::Reason;
using trace::ReasonTable;

// Hints of reasons in several files, or of several reasons.
inline constexpr trace::Words kCompareNames{
    .en =
        "Compare \"{seen}\" with {expected}, one character after the other. Is the name itself another one, or is it the way in which the "
        "C string is written?",
    .ko = "\"{seen}\"을/를 {expected}과/와 한 글자씩 비교해 보세요. 이름 자체가 다른가요, 아니면 C 문자열에 적은 방법이 다른가요?"};
inline constexpr trace::Words kOneWidth{.en =
                                            "Do the array, the mailslot's call and every text function use one width? One char or one "
                                            "strlen among TCHAR and _tcslen is enough to mix them.",
                                        .ko =
                                            "배열, 메일슬롯을 다루는 함수, 글자를 다루는 함수의 너비가 모두 같은가요? TCHAR와 _tcslen "
                                            "사이에 char나 strlen이 하나만 있어도 섞이게 됩니다."};
inline constexpr trace::Words kLineEnds{
    .en = "Which function prints the message? _putts ends the line by itself, _tprintf only where its format has a \\n.",
    .ko = "메시지를 출력하는 함수는 무엇인가요? _putts는 스스로 줄을 바꾸지만 _tprintf는 형식 문자열에 \\n이 있어야 줄을 바꿉니다."};
inline constexpr trace::Words kWhereTheProgramIs{.en =
                                                     "Does the program lie where \"{seen}\" points, as seen from the folder in which yours "
                                                     "runs? Which argument holds the path, and which one the command line?",
                                                 .ko =
                                                     "이 프로그램이 실행되는 폴더에서 볼 때 \"{seen}\"이/가 가리키는 곳에 그 프로그램이 "
                                                     "있나요? 경로는 어느 인자에, 명령줄은 어느 인자에 넣었나요?"};
inline constexpr trace::Words kIndexOfTheTerminator{
    .en = "{bytes} bytes are {characters} characters here. Which of the two numbers is the index of the terminator?",
    .ko = "여기서 {bytes}바이트는 {characters}글자입니다. 둘 가운데 널 문자의 자리는 어느 쪽일까요?"};
inline constexpr trace::Words kFormatOrMessage{.en = "Which argument of your printf is the format: a text of your own, or the message?",
                                               .ko = "printf에 형식 문자열로 넘긴 것은 직접 적은 글자인가요, 받은 메시지인가요?"};
inline constexpr trace::Words kWhatIsClosed{
    .en = "CloseHandle takes the value of a handle. Which variable do you pass, and which call has put a handle into it?",
    .ko = "CloseHandle에는 핸들 값을 넘깁니다. 어떤 변수를 넘겼고, 그 변수에 핸들을 넣어 준 호출은 무엇인가요?"};

inline constexpr ReasonTable kShared{{
    {.id = "read_again_after_exit",
     .outcome = Outcome::kTimedOut,
     .cause = "no end",
     .hint = {.en =
                  "`exit` came as these four characters, without a newline. Has the text that your program compares them with a \\n, or a "
                  "capital letter? And which result of _tcscmp says that two texts are the same?",
              .ko =
                  "`exit`는 줄 바꿈 없이 이 네 글자로 왔습니다. 프로그램이 비교하는 문자열에 \\n이나 대문자가 있지는 않나요? _tcscmp는 두 "
                  "문자열이 같을 때 어떤 값을 돌려주나요?"},
     .hints_of = "StopsOnExit",
     .en = "{program} had read the message `exit`, and went on to read another one. Its comparison with exit did not hold, or nothing came "
           "of it.",
     .ko = "{program}이/가 메시지 `exit`를 읽고도 다음 메시지를 또 읽으러 갔습니다. exit와 비교한 결과가 거짓이었거나, 참인데도 끝내지 "
           "않았습니다."},
    {.id = "judged_by_consequences",
     .outcome = Outcome::kPassed,
     .en = "{program} was handed in as an .exe, where a write past the end of an array shows itself by its consequences only. None was "
           "seen; in a source that the grader builds it would be stopped.",
     .ko = "{program}을/를 .exe로 제출했습니다. .exe에서는 배열의 끝을 넘어서 쓰더라도 그 결과로만 알 수 있는데, 드러난 것은 없었습니다. "
           "소스를 제출하면 채점기가 그런 쓰기를 바로 잡아냅니다."},
    {.id = "never_opened",
     .hints_of = "OpensTheSlotForWriting",
     .en = "The program never opened the mailslot {expected}. CreateFile gives the writer's end of it.",
     .ko = "메일슬롯 {expected}을/를 연 적이 없습니다. CreateFile이 메일슬롯의 쓰는 쪽 핸들을 줍니다."},
    {.id = "opened_another_name",
     .hint = kCompareNames,
     .en = "The program opened \"{seen}\" (error {error:error}); {expected} was expected. In a C string each backslash is written twice.",
     .ko = "{expected}을/를 열어야 하는데 \"{seen}\"을/를 열었습니다(오류 {error:error}). C 문자열에서는 백슬래시를 두 번씩 적습니다."},
    {.id = "name_lacks_part",
     .hint = {.en = "Print the name just before the call gets it. Which of your lines adds \"{missing}\"? Was a later line given NULL, "
                    "such as an argv[1] that is not there? Then _tcscat_s empties the array.",
              .ko = "호출에 넘기기 직전에 이름을 출력해 보세요. \"{missing}\"을/를 덧붙이는 줄은 어디인가요? 그다음 줄에서 없는 "
                    "argv[1]처럼 NULL을 넘기지 않았나요? 그러면 _tcscat_s가 배열을 비웁니다."},
     .en = "The program opened \"{seen}\" (error {error:error}); {expected} was expected. \"{missing}\" is missing in the name.",
     .ko = "{expected}을/를 열어야 하는데 \"{seen}\"을/를 열었습니다(오류 {error:error}). 이름에 \"{missing}\"이/가 빠졌습니다."},
    {.id = "created_instead_of_opened",
     .en = "The program called CreateMailslot. That is the receiver's part; a sender opens {expected} with CreateFile.",
     .ko = "CreateMailslot을 불렀습니다. 그것은 수신자가 하는 일이고, 송신자는 CreateFile로 {expected}을/를 엽니다."},
    {.id = "line_not_sent",
     .hint =
         {.en =
              "Follow the line \"{line}\" through your program. Where is it read, and which condition stands between there and WriteFile?",
          .ko = "\"{line}\" 줄을 프로그램에서 따라가 보세요. 어디에서 읽고, 거기에서 WriteFile까지 가는 사이에 어떤 조건이 있나요?"},
     .en = "The line \"{line}\" was never sent.",
     .ko = "\"{line}\" 줄을 보내지 않았습니다."},
    {.id = "sent_twice",
     .hint = {.en = "How often is WriteFile called between two reads of a line? Does a line behind the loop call it once more?",
              .ko = "한 줄을 읽고 다음 줄을 읽을 때까지 WriteFile을 몇 번 호출하나요? 반복문 뒤에서 한 번 더 호출하지는 않나요?"},
     .en = "The line \"{line}\" was sent twice.",
     .ko = "\"{line}\" 줄을 두 번 보냈습니다."},
    {.id = "reads_on_at_end_of_input",
     .outcome = Outcome::kTimedOut,
     .hints_of = "StopsAtEndOfInput",
     .en = "The input had ended, and {program} asked for the next line again and again. fgets returns NULL at the end of the input.",
     .ko = "입력이 끝났는데 {program}이/가 다음 줄을 끝없이 되물었습니다. 입력이 끝나면 fgets는 NULL을 돌려줍니다."},
    {.id = "message_never_read",
     .hint = {.en = "Where was your program waiting when \"{text}\" came? What had to happen there before it could call ReadFile again?",
              .ko = "\"{text}\"이/가 왔을 때 프로그램은 어디에서 기다리고 있었나요? 거기에서 무슨 일이 있어야 ReadFile을 다시 호출할 수 "
                    "있었나요?"},
     .en = "The message \"{text}\" came and was never read.",
     .ko = "메시지 \"{text}\"이/가 왔지만 읽지 않았습니다."},
    {.id = "ended_untold",
     .hint = {.en = "Which return or break did {program} take? Which condition leads there, and what made it true?",
              .ko = "{program}은/는 어느 return이나 break로 끝났나요? 거기로 가는 조건은 무엇이고, 왜 참이 되었을까요?"},
     .en = "{program} ended although nobody had typed `exit` and the input had not ended.",
     .ko = "`exit`를 입력하지도, 입력이 끝나지도 않았는데 {program}이/가 끝났습니다."},
    {.id = "slot_closed_twice",
     .hint = {.en = "Mark every CloseHandle for this handle. Which two of them does one way through your program pass?",
              .ko = "이 핸들을 닫는 CloseHandle에 모두 표시해 보세요. 프로그램의 한 경로에서 두 번 지나가는 것은 어느 둘인가요?"},
     .en = "A handle of the mailslot {slot} was closed twice. By the second time the same number may belong to something else.",
     .ko = "메일슬롯 {slot}의 핸들을 두 번 닫았습니다. 두 번째에는 같은 번호가 이미 다른 것의 핸들일 수 있습니다."},
    {.id = "waited_for_thread",
     .hint = {.en = "CreateProcess fills in two handles: hProcess and hThread. Which of the two did the wait get?",
              .ko = "CreateProcess는 hProcess와 hThread, 두 핸들을 채워 줍니다. 대기 함수에 넘긴 것은 어느 쪽인가요?"},
     .en = "The program waited for a thread of {worker}, not for the process. A process can outlive its first thread, and its exit code is "
           "final only when the process itself is Signaled.",
     .ko = "{worker}의 프로세스가 아니라 스레드를 기다렸습니다. 프로세스는 첫 스레드보다 오래 살 수 있고, 종료 코드는 프로세스가 Signaled "
           "상태일 때 비로소 확정됩니다."},
    {.id = "no_workers",
     .hint =
         {.en = "Which of the TODOs starts the programs? A wait, an exit code and CloseHandle all need a handle that CreateProcess has "
                "filled in.",
          .ko =
              "프로그램을 시작하는 것은 어느 TODO인가요? 대기도, 종료 코드도, CloseHandle도 CreateProcess가 채워 준 핸들이 있어야 합니다."},
     .en = "{expected} program{expected:s} should have been started, but none came up.",
     .ko = "프로그램 {expected}개를 시작해야 하는데 하나도 시작하지 않았습니다."},
    {.id = "started_something_else",
     .hint = {.en = "CreateProcess takes the path of the program as its first argument and the command line as its second. Where does "
                    "\"{seen}\" come from?",
              .ko = "CreateProcess의 첫 번째 인자는 프로그램의 경로, 두 번째 인자는 명령줄입니다. \"{seen}\"은/는 어디에서 온 것일까요?"},
     .en = "The program started \"{seen}\"; {expected} was expected.",
     .ko = "{expected}을/를 시작해야 하는데 \"{seen}\"을/를 시작했습니다."},
    {.id = "waited_on_closed_handle",
     .cause = "closed handle",
     .hint = {.en = "Which line closes the handle of {worker}, and which calls behind it still need that handle?",
              .ko = "{worker}의 핸들을 닫는 줄은 어디인가요? 그 뒤에서 그 핸들이 아직 필요한 호출은 무엇인가요?"},
     .en = "{call} was given a handle of {worker} that had been closed before (error {error:error}), so it could not wait.",
     .ko = "이미 닫은 {worker}의 핸들을 {call}에 넘겨서 기다리지 못했습니다(오류 {error:error})."},
    {.id = "worker_terminated",
     .hint = {.en = "Which function lets {worker} come to its own end and returns only then?",
              .ko = "{worker}이/가 스스로 끝날 때까지 기다렸다가 돌아오는 함수는 무엇일까요?"},
     .en = "{worker} was still running when the program ended it with TerminateProcess. It has returned nothing: its exit code is the "
           "number that TerminateProcess was given.",
     .ko = "{worker}이/가 아직 실행 중인데 TerminateProcess로 끝냈습니다. 그러면 돌려준 값이 없습니다. 종료 코드는 TerminateProcess에 넘긴 "
           "숫자일 뿐입니다."},
    {.id = "number_not_printed",
     .en = "\"{label}: {expected}\" was expected; the program printed \"{label}: {seen}\".",
     .ko = "\"{label}: {expected}\"이/가 나와야 하는데 \"{label}: {seen}\"이/가 출력되었습니다."},
    {.id = "number_missing",
     .cause = "no label",
     .hint = {.en = "Compare what your program printed with \"{label}: {expected}\": the label, the colon, and the number right behind it.",
              .ko = "프로그램의 출력을 \"{label}: {expected}\"과/와 비교해 보세요. 이름, 콜론, 그리고 바로 뒤의 숫자가 같은가요?"},
     .en = "\"{label}: {expected}\" was expected; the program printed no number after \"{label}:\".",
     .ko = "\"{label}: {expected}\"이/가 나와야 하는데 \"{label}:\" 뒤에 출력된 숫자가 없습니다."},
    {.id = "sentence_not_printed",
     .hint = {.en = "Which line of your program prints \"{sentence}\"? Which condition leads there, and was it true in this run?",
              .ko = "\"{sentence}\"을/를 출력하는 줄은 어디인가요? 거기로 가는 조건은 무엇이고, 이 실행에서 참이었나요?"},
     .en = "The program was expected to print \"{sentence}\", and did not.",
     .ko = "\"{sentence}\"을/를 출력해야 하는데 출력하지 않았습니다."},
    {.id = "wrong_exit_code",
     .hint = {.en = "The exit code of {program} is what its _tmain returns. Which return was taken here, and which value stands there?",
              .ko = "{program}의 종료 코드는 _tmain이 돌려주는 값입니다. 여기서는 어느 return으로 끝났고, 거기에 적힌 값은 무엇인가요?"},
     .en = "{program} ended with exit code {seen:code}; {expected:code} was expected.",
     .ko = "{program}의 종료 코드는 {expected:code}이어야/여야 하는데 {seen:code}이었/였습니다."},
    {.id = "crashed",
     .outcome = Outcome::kCrashed,
     .cause = "crashed",
     .hint = {.en = "Start {program} in the debugger with the same arguments: it stops at the line that crashes. Which pointer, index or "
                    "format is used there?",
              .ko = "같은 인자로 {program}을/를 디버거에서 실행해 보세요. 비정상 종료한 줄에서 멈춥니다. 그 줄에서 쓰는 포인터, 인덱스, "
                    "형식 문자열은 무엇인가요?"},
     .en = "{program}{arguments:after} crashed with {exception:code}.",
     .ko = "{program}{arguments:after}이/가 {exception:code}으로/로 비정상 종료했습니다."},
    {.id = "nothing_to_close",
     .hint = {.en = "Do the steps before this one first: only a program that has been given a handle and ends by itself can show how it "
                    "closes it.",
              .ko = "이보다 앞 단계부터 하세요. 핸들을 받고 스스로 끝나는 프로그램이라야 핸들을 어떻게 닫는지 보여 줄 수 있습니다."},
     .en = "{program} had no handle to close at an end of its own, so nothing is known of how it closes them.",
     .ko = "{program}이/가 스스로 끝났을 때 닫을 핸들이 없어서 핸들을 어떻게 닫는지 알 수 없습니다."},
    {.id = "rests_on",
     .outcome = Outcome::kSkipped,
     .en = "Not judged, because it depends on {check}, which has not passed. Fix that one first.",
     .ko = "먼저 통과해야 하는 {check}이/가 통과하지 못해서 채점하지 않았습니다. 그것부터 고치세요."},
    {.id = "rests_on_program",
     .outcome = Outcome::kSkipped,
     .needs_program = true,
     .en = "Not judged, because it needs your {program}, too, and there is none that can be started. Fix {program}.cpp, or put it into the "
           "folder.",
     .ko = "직접 만든 {program}도 있어야 하는데 실행할 수 있는 것이 없어서 채점하지 않았습니다. {program}.cpp를 고치거나 폴더에 넣어 "
           "주세요."},
    {.id = "grader_error",
     .outcome = Outcome::kGraderError,
     .en = "The grader could not do its work: {detail}. This is not your mistake and costs no points. Run the check again; if it stays, "
           "send this message to your instructor.",
     .ko = "채점기가 제 일을 하지 못했습니다: {detail}. 여러분의 잘못이 아니며 감점되지 않습니다. 다시 채점해 보고, 계속되면 이 메시지를 "
           "강사에게 보내 주세요."},
}};

// The tables of the files of that name. A new table is one line here, and one in reasons.cpp.
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
