// What stands on the report page and in its pictures.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    {"page_title", "Report: {name}", "채점 보고서: {name}"},
    {"page_title_of_lab", "Lab {lab}: {title}", "실습 {lab}: {title}"},
    {"page_title_of_all", "Report", "채점 보고서"},
    {"page_runs_title", "Recording: {name}", "실행 기록: {name}"},
    {"page_skip", "Skip to the checks", "검사 결과로 건너뛰기"},
    {"page_theme", "Light or dark", "밝게 또는 어둡게"},
    {"page_labs", "Labs", "실습"},
    {"page_versions", "Grader {grader}, rubric {rubric}.", "채점기 {grader}, 채점 기준 {rubric}."},
    {"page_expected", "Expected", "요구"},
    {"page_seen", "Seen", "관찰"},
    {"page_why", "Why", "이유"},
    {"page_where", "Where", "위치"},
    {"page_belongs_here", "The TODO of this step", "이 단계의 TODO"},
    {"page_when", "When", "시점"},
    {"page_run_of", "Run", "실행"},
    {"page_next", "Next", "다음"},
    {"page_remark", "Remark:", "참고:"},
    {"page_as_above", "For the same reason as the check above.", "위 검사와 같은 이유입니다."},
    {"page_at", "{at} ms after the run \"{scenario}\" began:", "실행 \"{scenario}\"이/가 시작되고 {at} ms 뒤:"},
    {"page_in_run", "In the run \"{scenario}\"", "실행 \"{scenario}\"에서"},
    {"page_jump", "Show this moment in the timeline", "타임라인에서 이 순간 보기"},
    {"page_more_hint", "A more direct hint", "더 자세한 힌트"},
    {"page_step", "Lab {lab}, step {step} (TODO {step} in the source).", "실습 {lab}, {step}단계(소스의 TODO {step})."},
    {"page_run", "What happened: {program}, run \"{scenario}\"", "무슨 일이 있었나: {program}, 실행 \"{scenario}\""},
    {"page_zoom_out", "Smaller", "작게"},
    {"page_zoom_fit", "The whole run", "전체 보기"},
    {"page_zoom_in", "Larger", "크게"},
    {"page_keys",
     "Point at a call for its details. On the keyboard, the left and right arrow keys move between calls, and + and \xE2\x88\x92 zoom.",
     "호출을 가리키면 자세한 내용이 나옵니다. 키보드에서는 왼쪽, 오른쪽 화살표로 호출 사이를 이동하고 +와 \xE2\x88\x92로 확대, "
     "축소합니다."},
    {"page_calls", "Every call and event as text ({count} call{count:s})", "모든 호출과 이벤트를 글로 보기(호출 {count}개)"},
    {"page_legend", "How to read the timelines", "타임라인 읽는 법"},
    {"page_legend_time", "Time runs to the right, in the order of events. Distances are not to scale; the times are shown above.",
     "일어난 순서대로 왼쪽에서 오른쪽으로 놓았습니다. 간격은 실제 시간에 비례하지 않으며, 시각은 위에 적혀 있습니다."},
    {"page_legend_life", "The lifetime of a process: Non-Signaled while it runs, Signaled once it has ended.",
     "프로세스의 수명: 실행 중에는 Non-Signaled, 끝나면 Signaled입니다."},
    {"page_legend_call", "A call, from the moment it was made to the moment it returned. Below its name: its object and its result.",
     "호출 하나: 호출한 순간부터 반환된 순간까지입니다. 이름 아래에는 대상과 반환값이 있습니다."},
    {"page_legend_wait", "A wait. The arrow at its end comes from the process end that released it.",
     "대기 함수. 끝에 닿는 화살표는 대기를 끝낸 프로세스 종료에서 옵니다."},
    {"page_legend_message",
     "A message in its mailslot: one arrow comes from the program that wrote it, and one goes to the ReadFile that read it.",
     "메일슬롯 안의 메시지: 쓴 프로그램에서 화살표가 들어오고, 메시지를 읽은 ReadFile로 화살표가 나갑니다."},
    {"page_legend_error", "A call that failed, with the value of GetLastError.", "실패한 호출. GetLastError의 반환값이 함께 있습니다."},
    {"page_legend_mark", "The moment at which a check failed.", "검사가 실패한 순간."},

    {"picture_grader", "The grader", "채점기"},
    {"picture_program", "program", "프로그램"},
    {"picture_standin", "played by the grader", "채점기가 맡음"},
    {"picture_foreign", "not watched", "관찰하지 않음"},
    {"picture_mailslot", "mailslot", "메일슬롯"},
    {"picture_posted", "writes", "메시지 보냄"},
    {"picture_refused", "cannot write", "보내지 못함"},
    {"picture_typed", "types", "키보드 입력"},
    {"picture_input_ended", "ends the input", "입력 끝냄"},
    {"picture_released", "lets end", "끝나게 함"},
    {"picture_ended", "ends by force", "강제 종료"},
    {"picture_spinning", "polls without a pause", "쉬지 않고 확인함"},
};

}  // namespace

std::span<const Sentence> page_sentences() { return kSentences; }

}  // namespace lab::text
