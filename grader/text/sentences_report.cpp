// What the reports write around the sentences of the checks.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    {"outcome_passed", "passed", "통과"},
    {"outcome_failed", "failed", "실패"},
    {"outcome_skipped", "skipped", "건너뜀"},
    {"outcome_timed_out", "timed out", "시간 초과"},
    {"outcome_crashed", "crashed", "비정상 종료"},
    {"outcome_not_gradable", "not gradable", "채점 불가"},
    {"outcome_grader_error", "grader error", "채점기 오류"},
    {"outcome_not_built", "not built", "빌드 안 됨"},

    {"report_lab", "Lab {lab}", "실습 {lab}"},
    {"report_hint", "Hint: {hint}   (lab {lab}, step {step})", "힌트: {hint}   (실습 {lab}, {step}단계)"},
    {"report_hint_no_step", "Hint: {hint}   (lab {lab})", "힌트: {hint}   (실습 {lab})"},
    {"report_step", "(lab {lab}, step {step})", "(실습 {lab}, {step}단계)"},
    {"report_remark", "Remark: {remark}", "참고: {remark}"},
    {"report_score", "{score} of {max} point{max:s}; {passed} of {checks} check{checks:s} passed.",
     "{max}점 중 {score}점, 검사 {checks}개 중 {passed}개 통과."},
    {"report_unjudged", "{points} of these points could not be judged: they are open, not lost.",
     "이 가운데 {points}점은 채점하지 못했습니다. 잃은 점수가 아니라 아직 정해지지 않은 점수입니다."},
    {"report_printed", "What {program} printed:", "{program}의 출력:"},
    {"report_printed_errors", "What {program} printed to stderr:", "{program}의 stderr 출력:"},
    {"report_exit_code", "Exit code: {code:code}", "종료 코드: {code:code}"},
    {"report_run", "This is the run in which {what}. {program} ended with exit code {code:code}.",
     "{what} 실행입니다. {program}의 종료 코드는 {code:code}입니다."},
    {"report_run_ended", "This is the run in which {what}. The grader ended {program}.",
     "{what} 실행입니다. {program}은/는 채점기가 끝냈습니다."},
    {"report_platform", "Made on {platform}.", "{platform}에서 채점했습니다."},
    {"report_platform_corrected", "Made on {platform}, with Windows' answers where Wine's are others.",
     "{platform}에서 채점했습니다. Wine의 답이 윈도우와 다른 곳은 윈도우의 답으로 바로잡았습니다."},
    {"report_next", "Next: {check}. Change your program, then run", "다음 차례: {check}. 프로그램을 고친 뒤 실행하세요."},
    {"report_more_hints", "More hints:", "힌트 더 보기:"},
    {"report_grader_failed", "The grader itself failed at {check}. Run it again; if it stays, send this report to your instructor.",
     "{check}에서 채점기 자체가 실패했습니다. 다시 실행해 보고, 계속되면 이 보고서를 강사에게 보내 주세요."},
    {"report_all_passed", "Everything passed.", "모두 통과했습니다."},
    {"report_more_lines", "({count} more line{count:s})", "({count}줄 더 있음)"},
    {"report_compiler", "The compiler says:", "컴파일러 메시지:"},

    {"run_heading", "{program}, scenario {scenario}, {clock} clock, {platform}",
     "{program}, 시나리오 {scenario}, {clock} 시계, {platform}"},
    {"clock_patient", "patient", "기다려 주는"},
    {"clock_hurried", "hurried", "서두르는"},
    {"run_platform_corrected", "{platform}, corrected", "{platform}(보정함)"},
    {"run_not_recorded", "There is no recording: {reason}. Look at the verdict of `lab check`, mend what it says, and record again.",
     "기록이 없습니다: {reason}. `lab check`의 판정을 보고 고친 다음 다시 기록하세요."},
    {"run_more_programs", "({count} more program{count:s})", "(프로그램 {count}개 더 있음)"},
    {"run_more_slots", "({count} more mailslot{count:s})", "(메일슬롯 {count}개 더 있음)"},
    {"run_more_records", "({count} more call{count:s} or event{count:s}; the run file has them all)",
     "(호출과 사건 {count}개 더 있음. 모두 실행 기록 파일에 있습니다)"},
    {"run_printed", "Printed:", "출력:"},
    {"run_errors", "Printed to stderr:", "stderr 출력:"},
    {"run_cut", "(more was printed than is kept)", "(남겨 둔 것보다 더 많이 출력했습니다)"},

    {"event_attached", "{program}: watched from here on", "{program}: 여기부터 관찰 시작"},
    {"event_detached", "{program}: ends by itself", "{program}: 스스로 끝남"},
    {"event_signaled", "{program}: Signaled, exit code {value:code}", "{program}: Signaled, 종료 코드 {value:code}"},
    {"event_released", "The grader lets {program} end with {value:code}", "채점기가 {program}을/를 {value:code}으로/로 끝나게 함"},
    {"event_still", "Every thread is waiting", "모든 스레드가 기다리는 중"},
    {"event_spinning", "{by} spins: it asks about {program} again and again", "{by}: {program}에 대해 쉬지 않고 되물음"},
    {"event_unknown_wait", "{program} waits in a function that the grader does not know", "{program}: 채점기가 모르는 함수에서 기다림"},
    {"event_ended", "The grader ends {program}", "채점기가 {program}을/를 끝냄"},

    {"event_posted", "The grader writes \"{text}\" ({value} byte{value:s}) to {slot}",
     "채점기가 {slot}에 \"{text}\"({value}바이트)을/를 보냄"},
    {"event_refused", "The grader cannot deliver \"{text}\": {value:error}", "채점기가 \"{text}\"을/를 보내지 못함: {value:error}"},
    {"event_typed", "The grader types \"{text}\"", "채점기가 \"{text}\"을/를 입력함"},
    {"event_input_ended", "The grader ends the input", "채점기가 입력을 끝냄"},
    {"event_slot_created", "The grader creates the mailslot {slot}", "채점기가 메일슬롯 {slot}을/를 만듦"},
    {"event_delivered", "The message reaches the mailslot {slot}", "메시지가 메일슬롯 {slot}에 도착함"},

    {"call_bytes", "{count} byte{count:s}", "{count}바이트"},
    {"call_messages", "{count} waiting", "메시지 {count}개 대기"},
    {"call_returned_later", "returned at {at} ms, after what follows", "{at} ms에, 아래의 일이 있은 다음 돌아옴"},
    {"call_not_returned", "had not returned", "돌아오지 않음"},
    {"call_faulted", "made to fail by the grader", "채점기가 일부러 실패시킴"},
    {"call_given_up", "could never return: failed by the grader", "돌아올 수 없어 채점기가 실패로 끝냄"},
    {"call_thread", "thread {thread}", "스레드 {thread}"},
    {"call_inherits", "inherits {what}", "{what} 상속"},
    {"call_waits_for_all", "all", "모두"},
    {"call_waits_for_any", "any", "하나라도"},
    {"call_handle", "handle", "핸들"},
    {"call_handle_to", "handle to {slot}", "{slot}의 핸들"},

    {"object_thread", "thread of {whose}", "{whose}의 스레드"},
    {"object_other", "another object", "다른 오브젝트"},
    {"object_pseudo", "pseudo handle", "의사 핸들"},
    {"object_closed", "closed handle", "닫은 핸들"},
    {"object_closed_of", "closed handle of {whose}", "{whose}의 닫은 핸들"},
    {"object_mailslot", "mailslot {slot}", "메일슬롯 {slot}"},
    {"object_mailslot_client", "client's end of {slot}", "{slot}의 클라이언트 핸들"},
    {"object_invalid", "no handle", "핸들이 아닌 값"},
    {"call_times", "{times} times in a row", "{times}번 잇달아"},
};

}  // namespace

std::span<const Sentence> report_sentences() { return kSentences; }

}  // namespace lab::text
