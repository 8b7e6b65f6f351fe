// What the student's loop (lab, lab watch, lab hint, progress), selftest and bench print. Each error ends with the next thing to try.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    {"loop_not_checked", "not checked in labs/ yet", "labs/의 파일을 아직 채점하지 않음"},
    {"loop_points", "{score} of {max} points", "{max}점 중 {score}점"},
    {"loop_points_changed", "{score} of {max} points ({won})", "{max}점 중 {score}점({won})"},

    {"loop_next_lab", "Next: lab {lab}. Its handout is {handout}.", "다음은 실습 {lab}입니다. 핸드아웃은 {handout}입니다."},

    // lab
    {"stand_not_checked", "not checked yet", "아직 채점하지 않음"},
    {"stand_changed_since", "changed since the check", "채점 뒤 바뀜"},
    {"stand_done", "done", "완료"},
    {"stand_points", "{score} of {max} points.", "{max}점 중 {score}점."},
    {"stand_begin", "Lab {lab} has not been checked yet. Check it, read {handout}, open {folder} in your editor, and do its first TODO:",
     "실습 {lab}은/는 아직 채점한 적이 없습니다. 먼저 채점해 보고, {handout}을/를 읽은 다음 편집기에서 {folder} 폴더를 열어 첫 "
     "TODO를 해 보세요."},
    {"stand_next", "Next: {check}   {outcome}", "다음 차례: {check}   {outcome}"},
    {"stand_changed", "Files have changed since these verdicts: {files}. Check again for up-to-date verdicts.",
     "채점한 뒤 바뀐 파일이 있습니다: {files}. 최신 결과를 보려면 다시 채점하세요."},
    {"stand_kit_changed", "These verdicts are from another version of the kit or of its points. Check again for up-to-date verdicts.",
     "다른 버전의 키트나 배점으로 채점한 결과입니다. 최신 결과를 보려면 다시 채점하세요."},
    {"stand_watch", "checks after every save, with keys for hints", "저장할 때마다 채점하고, 키를 눌러 힌트를 봅니다"},
    {"stand_check", "checks once and shows everything", "한 번 채점하고 결과를 모두 보여 줍니다"},
    {"stand_hint", "shows one more hint", "힌트를 하나 더 보여 줍니다"},
    {"stand_all_done", "Everything has passed. Compare your work with solutions/, if your kit has it.",
     "모두 통과했습니다. solutions/ 폴더가 있다면 모범 답안과 비교해 보세요."},

    // lab hint
    {"hint_while_broken", "Meanwhile, here are hints for this check's code:", "그동안 이 검사의 코드에 대한 힌트를 보세요:"},
    {"hint_passed", "Your program in labs/ has passed this check, so it needs no hint.",
     "labs/의 프로그램은 이 검사를 통과했으므로 힌트가 필요하지 않습니다."},
    {"hint_passed_next", "Your program in labs/ has passed this check, so it needs no hint. The next check to fix is {check}:",
     "labs/의 프로그램은 이 검사를 통과했으므로 힌트가 필요하지 않습니다. 다음에 고칠 검사는 {check}입니다:"},
    {"hint_more", "Hints left: {left}. The next one:", "남은 힌트 {left}개. 다음 힌트:"},
    {"hint_more_key", "Hints left: {left} (press h).", "남은 힌트 {left}개(h를 누르세요)."},
    {"hint_last", "That was the last hint. Keep the runs, and use lab show to see what your program did, call by call:",
     "마지막 힌트입니다. 실행 기록을 저장한 다음, lab show로 프로그램의 호출을 하나씩 살펴보세요:"},
    {"hint_last_key", "That was the last hint. Compare again what was expected with what happened.",
     "마지막 힌트입니다. 기대한 결과와 실제 결과를 다시 비교해 보세요."},
    {"hint_solution", "You have all the points for lab {lab}. Compare your work with the kit's solution:",
     "실습 {lab}은/는 만점입니다. 모범 답안과 비교해 보세요:"},
    {"hint_no_todo", "No TODO is left in the files for lab {lab}. To check them: ./lab check {lab}",
     "실습 {lab}의 파일에는 남은 TODO가 없습니다. 검사하려면: ./lab check {lab}"},
    {"hint_no_solution",
     "You have all the points for lab {lab}, so there are no more hints. Your kit does not include solutions; ask your instructor if you "
     "want to compare.",
     "실습 {lab}은/는 만점이므로 더 볼 힌트가 없습니다. 이 키트에는 모범 답안이 들어 있지 않으니, 비교해 보고 싶다면 강사에게 물어보세요."},

    // lab watch
    {"watch_begin", "Lab {lab}, {title}\nWatching {folder}: compiles and checks after every save.",
     "실습 {lab}: {title}\n{folder} 폴더에 저장할 때마다 컴파일하고 채점합니다."},
    {"watch_keys", "[h] hint  [n] next failure  [l] list  [a] again  [q] quit",
     "[h] 힌트  [n] 다음 실패 검사  [l] 목록  [a] 다시 채점  [q] 끝내기"},
    {"watch_compiling", "compiling", "컴파일 중"},
    {"watch_saved", "{time}  {files}: compiled in {build} s, checked in {judge} s.", "{time}  {files}: 컴파일 {build}초, 채점 {judge}초."},
    {"watch_judged", "{time}  Compiled in {build} s, checked in {judge} s.", "{time}  컴파일 {build}초, 채점 {judge}초."},
    {"watch_still", "{check} still fails for the same reason.", "{check}: 아직 같은 이유로 실패합니다."},
    {"watch_not_yet", "Nothing has been checked yet.", "아직 채점 결과가 없습니다."},
    {"watch_nothing_fails", "No check fails.", "실패한 검사가 없습니다."},
    {"watch_failed", "The check was interrupted (status {status}). Save again, or press a; if this happens again, try lab check.",
     "채점이 중간에 끊겼습니다(상태 {status}). 다시 저장하거나 a를 누르세요. 같은 일이 계속되면 lab check를 실행해 보세요."},

    // the page of lab watch
    {"watch_page", "The report page, for a browser on this computer:", "이 컴퓨터의 브라우저에서 볼 수 있는 보고서 페이지:"},
    {"watch_page_no_port", "The report page cannot be served: no port on 127.0.0.1 could be opened. Try lab watch without --page.",
     "127.0.0.1에서 포트를 열 수 없어 보고서 페이지를 띄우지 못했습니다. --page 없이 lab watch를 실행하세요."},
    {"live_first", "The first report appears here after the check.", "채점이 끝나면 여기에 첫 보고서가 나옵니다."},
    {"live_compiling", "Compiling.", "컴파일하고 있습니다."},
    {"live_running", "Running your programs: {done} of {all}.", "프로그램을 실행하고 있습니다. {all}개 중 {done}개를 마쳤습니다."},
    {"live_writing", "Preparing the report.", "보고서를 준비하고 있습니다."},
    {"live_checked", "Checked at {time}. This page updates after the next save.",
     "{time}에 채점했습니다. 저장하면 이 페이지가 갱신됩니다."},
    {"live_log", "A program does not compile: show the compiler's message", "컴파일되지 않는 프로그램이 있습니다. 컴파일러 메시지 보기"},
    {"live_ended", "lab watch has ended, so this page no longer updates. Start it again, then open the new address:",
     "lab watch가 끝나서 이 페이지의 갱신도 멈췄습니다. 다시 시작한 뒤 새 주소를 여세요."},

    // progress
    {"progress_compiling", "compiling lab {lab}", "실습 {lab} 컴파일 중"},
    {"progress_starting", "getting ready", "준비 중"},
    {"progress_playing", "running your programs", "프로그램 실행 중"},
    {"progress_time", "{what}, {seconds} s", "{what}({seconds}초 경과)"},
    {"progress_count", "{what}: {done} of {all}", "{what}: {all}개 중 {done}개"},
    {"progress_left", "{what}: {done} of {all}, about {left} s left", "{what}: {all}개 중 {done}개, 약 {left}초 남음"},
    {"progress_selftest", "running the kit's own programs", "키트의 시험용 프로그램 실행 중"},
    {"progress_correct", "recording the solution of lab {lab}", "실습 {lab} 모범 답안의 실행 기록 중"},
    {"progress_bench", "measuring lab {lab}", "실습 {lab} 측정 중"},

    // lab selftest
    {"selftest_expected", "must be caught by: {checks}", "실패해야 할 검사: {checks}"},
    {"selftest_caught", "caught by: {checks}", "실제로 실패한 검사: {checks}"},
    {"selftest_broken", "the grader itself failed for: {checks}", "채점기 자체에 오류가 생긴 검사: {checks}"},
    {"selftest_differing", "{count} different verdicts in {repeat} repetitions", "{repeat}번 반복했더니 판정이 {count}가지로 갈렸습니다"},
    {"selftest_no_killer", "this check catches no known-wrong program", "이 검사에서 실패하는 known-wrong 프로그램이 없습니다"},
    {"selftest_lines", "source lines: {placed} calls recorded at the line that makes them, {misplaced} not",
     "소스 줄: 호출 {placed}개는 기록된 줄이 실제로 호출한 줄과 같음, {misplaced}개는 다름"},
    {"selftest_differences",
     "compared with a correct run: of {all} known-wrong programs, the first difference is the call that the reason names in {same}, and "
     "the same line of the source at a different time in {same_line}; the reasons of {no_moment} more name no moment",
     "올바른 프로그램의 실행과 비교: known-wrong 프로그램 {all}개 가운데 {same}개는 이유에 나온 호출에서 처음으로 "
     "달라집니다. {same_line}개는 소스의 같은 줄이지만 호출한 시점이 다릅니다. 그 밖에 {no_moment}개는 이유에 시점이 나와 있지 않습니다"},
    {"selftest_score",
     "known-wrong: {killed} of {wrong} caught by exactly the checks they name; also-right: {full} of {right} with full points; "
     "repetitions: {repeat}, differing: {differing}",
     "known-wrong: {wrong}개 중 {killed}개가 첫 줄에 적힌 검사에서만 실패; also-right: {right}개 중 {full}개가 만점; 반복 {repeat}회, "
     "판정이 갈린 것 {differing}개"},

    // lab selftest --mutants
    {"progress_mutants", "running the mutants of lab {lab}", "실습 {lab}의 변이 프로그램 실행 중"},
    {"mutant_not_caught", "no check catches this mutant", "이 변이 프로그램은 어느 검사에서도 실패하지 않습니다"},
    {"mutant_not_judged", "no check catches this mutant, and some checks could not be judged",
     "이 변이 프로그램은 어느 검사에서도 실패하지 않았지만, 일부 검사는 채점하지 못했습니다"},
    {"mutant_broke_the_grader", "the grader itself failed for this mutant",
     "이 변이 프로그램을 채점하다가 채점기 자체에 오류가 생겼습니다"},
    {"mutant_listed_but_caught", "a check catches this mutant, or it does not compile: remove it from the list",
     "이 변이 프로그램은 검사에서 실패하거나 컴파일되지 않습니다. 목록에서 지우세요"},
    {"mutant_listed_unknown", "the solution has no such mutant: remove it from the list",
     "모범 답안에서 이런 변이 프로그램이 만들어지지 않습니다. 목록에서 지우세요"},
    {"mutants_of_lab",
     "lab {lab}: {made} mutants: {broken} do not compile, {caught} caught, {listed} listed as equivalent, {left} left; {seconds} s",
     "실습 {lab}: 변이 프로그램 {made}개. 컴파일되지 않음 {broken}, 검사에서 실패 {caught}, 동등하다고 목록에 있음 {listed}, 남음 {left}; "
     "{seconds}초"},
    {"mutants_took", "{seconds} s in all", "모두 {seconds}초"},
    {"mutants_what_next", "Make a check catch each of these mutants, or list it with its reason in grader/labs/NN_name/equivalent.txt.",
     "이 변이 프로그램을 잡아내도록 검사를 고치거나, 잡아낼 수 없는 이유를 grader/labs/NN_name/equivalent.txt에 적으세요."},

    // lab bench
    {"bench_about",
     "Medians of {rounds} rounds, {jobs} runs at a time. check: recording all runs of a submission (its programs are already "
     "built).\nbare: the same starts without probe and stage, real workers instead of stand-ins. wrong: recording the known-wrong program "
     "that is named.\nsave: recording again the runs of one program (of several, the slowest), as lab watch does after a save: the stage "
     "is already waiting.",
     "{rounds}번 잰 값의 중앙값이며 한 번에 {jobs}개씩 실행합니다. check: 제출물 하나의 모든 실행을 기록하는 시간(프로그램은 이미 "
     "빌드됨).\nbare: 같은 실행을 probe와 stage 없이, 대역 대신 진짜 작업 프로세스로 했을 때. wrong: 이름이 적힌 known-wrong 프로그램을 "
     "기록하는 시간.\nsave: 프로그램 하나가 참여하는 실행만 다시 기록하는 시간(여럿이면 가장 느린 것). 저장한 뒤에 lab watch가 하는 "
     "일이며, 이때 stage는 미리 실행되어 기다리고 있습니다."},
};

}  // namespace

std::span<const Sentence> loop_sentences() { return kSentences; }

}  // namespace lab::text
