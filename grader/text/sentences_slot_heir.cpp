// What the checks of SlotHeir say when they fail.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    // Leaving the mailslot to a child. slot: its name; program: the program under test.
    {"never_started_an_heir", "{program} did not start itself once more, so there is nobody to inherit the mailslot.",
     "{program}이/가 자기 자신을 한 번 더 시작하지 않아서 메일슬롯을 물려받을 프로세스가 없습니다."},
    {"heir_not_started",
     "CreateProcess failed with error {error:error}, so there is no heir. GetModuleFileName tells the path of the program that is running.",
     "CreateProcess가 오류 {error:error}으로/로 실패해서 상속자가 없습니다. 실행 중인 프로그램의 경로는 GetModuleFileName이 알려 줍니다."},
    {"heir_inherits_nothing",
     "CreateProcess was called with bInheritHandles FALSE: the child has inherited no handle at all, whatever its parent's handles allow.",
     "bInheritHandles를 FALSE로 하여 CreateProcess를 불렀습니다. 그러면 부모의 핸들이 상속을 허용하더라도 자식은 아무것도 물려받지 "
     "못합니다."},
    {"slot_not_inheritable",
     "The child was allowed to inherit handles, but that of the mailslot {slot} is not inheritable. With NULL for its SECURITY_ATTRIBUTES, "
     "or bInheritHandle FALSE in them, a handle stays with the process that has it.",
     "자식이 핸들을 물려받도록 했지만 메일슬롯 {slot}의 핸들은 상속할 수 없는 것입니다. SECURITY_ATTRIBUTES가 NULL이거나 그 안의 "
     "bInheritHandle이 FALSE이면 핸들은 그 프로세스에만 남습니다."},
    {"slot_closed_before_its_heir",
     "The mailslot {slot} was closed before the child was started. A mailslot is gone with its last handle, so there was nothing left to "
     "inherit.",
     "자식을 시작하기 전에 메일슬롯 {slot}을/를 닫았습니다. 메일슬롯은 마지막 핸들이 닫히면 사라지므로 물려받을 것이 남지 않았습니다."},

    // What the heir does.
    {"maker_reads_itself", "{program} reads the mailslot itself. Its heir is to read it, and {program} only waits.",
     "{program}이/가 메일슬롯을 직접 읽었습니다. 읽는 것은 상속자의 일이고 {program}은/는 기다리기만 해야 합니다."},
    {"heir_makes_a_slot",
     "The heir called CreateMailslot (error {error:error}). It needs no mailslot of its own: it has a handle to its parent's already, and "
     "has only to know the number.",
     "상속자가 CreateMailslot을 불렀습니다(오류 {error:error}). 상속자에게는 자기 메일슬롯이 필요 없습니다. 부모의 메일슬롯 핸들을 이미 "
     "가지고 있으니 그 번호만 알면 됩니다."},
    {"heir_opens_by_name",
     "The heir opened the mailslot by its name. CreateFile gives the end for writing, and nobody can read by that one.",
     "상속자가 메일슬롯을 이름으로 열었습니다. CreateFile이 주는 것은 쓰는 쪽의 핸들이라 그것으로는 아무도 읽을 수 없습니다."},
    {"heir_reads_null", "The heir called {call} with NULL for the handle: it was told no number, or took none from what it was told.",
     "상속자가 핸들 자리에 NULL을 넣어 {call}을/를 불렀습니다. 번호를 듣지 못했거나, 들은 것에서 번호를 꺼내지 않았습니다."},
    {"heir_reads_no_handle",
     "The heir called {call} with a number that is no handle in its process (error {error:error}). An inherited handle has the same number "
     "in the child as in the parent: compare what was told with the value that CreateMailslot returned.",
     "상속자가 자기 프로세스에 없는 핸들 번호로 {call}을/를 불렀습니다(오류 {error:error}). 물려받은 핸들의 번호는 부모와 자식에서 "
     "같습니다. 알려 준 것을 CreateMailslot이 돌려준 값과 비교해 보세요."},
    {"heir_never_reads",
     "The heir called ReadFile for no handle at all and ended with exit code {exit_code:code}. To read the mailslot takes two things: the "
     "number of the handle that it has inherited, and the call that reads by it.",
     "상속자가 ReadFile을 한 번도 부르지 않고 종료 코드 {exit_code:code}으로/로 끝났습니다. 메일슬롯을 읽으려면 물려받은 핸들의 번호를 "
     "알아야 하고, 그 핸들로 읽는 호출도 있어야 합니다."},
    {"heir_did_not_print", "The message \"{message}\" was to stand on a line of its own; the heir printed \"{seen}\" there.",
     "메시지 \"{message}\"이/가 한 줄로 나와야 하는데 상속자는 거기에 \"{seen}\"을/를 출력했습니다."},
    {"heir_printed_otherwise", "The heir printed the message \"{message}\" more than once, or not in its turn.",
     "상속자가 메시지 \"{message}\"을/를 두 번 이상 출력했거나 차례에 맞지 않게 출력했습니다."},
    {"slot_gone_too_early",
     "When the message \"{text}\" was to be written there was no mailslot {slot} any more: nobody had a handle to it.",
     "메시지 \"{text}\"을/를 쓰려고 할 때 메일슬롯 {slot}은/는 이미 없었습니다. 핸들을 가진 프로세스가 하나도 없었기 때문입니다."},

    // Who has a handle, and for how long.
    {"maker_closes_late",
     "{program} still had its own handle to the mailslot {slot} when the first message came to the heir. As long as it has one, the "
     "mailslot does not end with the heir.",
     "상속자에게 첫 메시지가 왔을 때 {program}은/는 메일슬롯 {slot}의 핸들을 아직 가지고 있었습니다. 그동안은 상속자가 끝나도 메일슬롯이 "
     "사라지지 않습니다."},
    {"maker_never_closes",
     "{program} never closed its own handle to the mailslot {slot}. As long as it has one, the mailslot does not end with the heir.",
     "{program}이/가 메일슬롯 {slot}의 핸들을 끝까지 닫지 않았습니다. 그동안은 상속자가 끝나도 메일슬롯이 사라지지 않습니다."},
    {"heir_leaves_it_open",
     "The heir ended without closing the handle to the mailslot {slot} that it had inherited. An inherited handle is the child's own, and "
     "closing it in the parent does not close it here.",
     "상속자가 물려받은 메일슬롯 {slot}의 핸들을 닫지 않고 끝났습니다. 물려받은 핸들은 자식의 것이므로 부모가 자기 것을 닫아도 여기서는 "
     "닫히지 않습니다."},
};

}  // namespace

std::span<const Sentence> slot_heir_sentences() { return kSentences; }

}  // namespace lab::text
