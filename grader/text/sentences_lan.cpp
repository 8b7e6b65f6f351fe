// What lab lan prints.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    {"lan_open",
     "The virtual LAN is open; its domain is LABDOMAIN. Start programs on its\ncomputers, each in its own terminal:\n\n  {command} lan PC1 "
     "BroadcastReceiver\n  {command} lan PC2 BroadcastReceiver\n  {command} lan PC3 BroadcastReceiver\n  {command} lan PC4 "
     "BroadcastSender\n\nThis terminal shows what happens on the LAN. Ctrl+C closes it and terminates the programs that run on it.",
     "가상 랜을 열었습니다. 도메인은 LABDOMAIN입니다. 프로그램마다\n터미널을 하나씩 열어 시작하세요:\n\n  {command} lan PC1 "
     "BroadcastReceiver\n  {command} lan PC2 BroadcastReceiver\n  {command} lan PC3 BroadcastReceiver\n  {command} lan PC4 "
     "BroadcastSender\n\n랜에서 일어나는 일은 여기에 표시됩니다. Ctrl+C를 누르면 랜이 종료되고 랜에서 실행 중이던 프로그램도 끝납니다."},
    {"lan_open_duplicate",
     "The virtual LAN is open. Messages to its domain, LABDOMAIN, arrive twice, as\nthey do with two network protocols. Start programs on "
     "its computers, each in\nits own terminal:\n\n  {command} lan PC1 BroadcastReceiver\n  {command} lan PC4 BroadcastSender\n\nThis "
     "terminal shows what happens on the LAN. Ctrl+C closes it and terminates the programs that run on it.",
     "가상 랜을 열었습니다. 네트워크 프로토콜이 두 개인 컴퓨터에서처럼,\nLABDOMAIN 도메인으로 보낸 메시지는 두 번 도착합니다. 프로그램마다 "
     "터미널을 하나씩 열어 시작하세요:\n\n  {command} lan PC1 BroadcastReceiver\n  {command} lan PC4 BroadcastSender\n\n랜에서 일어나는 "
     "일은 여기에 표시됩니다. Ctrl+C를 누르면 랜이 종료되고 랜에서 실행 중이던 프로그램도 끝납니다."},
    {"lan_joined", "{program} started", "{program} 시작"},
    {"lan_left", "{program} ended with exit code {exit_code}", "{program} 종료, 종료 코드 {exit_code}"},
    {"lan_created", "{program} created {name}", "{program}: {name} 생성"},
    {"lan_not_created", "{program} could not create {name}: error {error:error}", "{program}: {name} 생성 실패, 오류 {error:error}"},
    {"lan_opened", "{program} opened {name}", "{program}: {name} 열기"},
    {"lan_not_opened", "{program} could not open {name}: error {error:error}", "{program}: {name} 열기 실패, 오류 {error:error}"},
    {"lan_wrote", "{program} wrote \"{text}\" ({bytes} bytes) once; it arrived at {to}",
     "{program}: \"{text}\"({bytes}바이트)을/를 한 번 씀, 도착한 곳: {to}"},
    {"lan_reached_nobody", "{program} wrote \"{text}\" ({bytes} bytes); it did not arrive anywhere, although WriteFile succeeded",
     "{program}: \"{text}\"({bytes}바이트)을/를 씀, 도착한 곳 없음. 그래도 WriteFile은 성공"},
    {"lan_not_written", "{program} could not write {bytes} bytes: error {error:error}",
     "{program}: {bytes}바이트 쓰기 실패, 오류 {error:error}"},
    {"lan_read", "{program} read \"{text}\"", "{program}: \"{text}\" 읽음"},
    {"lan_record_full", "This LAN is full, and messages may get lost from now on. Close it with Ctrl+C and open a new one.",
     "이 랜의 기록 공간이 가득 찼습니다. 이제부터는 메시지가 사라질 수 있습니다. Ctrl+C로 닫고 새로 여세요."},
    {"lan_there", "The LAN is already open in another terminal. Start a program on it: {command} lan PC1 BroadcastReceiver",
     "다른 터미널에서 이미 랜을 열어 두었습니다. 거기서 프로그램을 시작해 보세요: {command} lan PC1 BroadcastReceiver"},
    {"lan_none", "The LAN is not open. Open it in another terminal first: {command} lan",
     "열려 있는 랜이 없습니다. 먼저 다른 터미널에서 여세요: {command} lan"},
    {"lan_full",
     "The LAN cannot accept another computer (limit: 8) or another program (limit: 127 in all). Use an existing computer, or close the LAN "
     "with Ctrl+C and open it again: {command} lan",
     "랜에 컴퓨터(최대 8대)나 프로그램(모두 합해 최대 127개)을 더 추가할 수 없습니다. 이미 있는 컴퓨터 이름을 쓰거나, Ctrl+C로 랜을 닫고 "
     "다시 여세요: {command} lan"},
    {"lan_closed", "The LAN was closed, which also terminated {program}. Open it again: {command} lan",
     "랜이 닫혀서 {program}도 함께 끝났습니다. 다시 여세요: {command} lan"},
    {"lan_cannot_start", "{program} could not be started on the LAN. Run {command} check, which explains why programs do not start.",
     "{program}을/를 랜에서 시작하지 못했습니다. {command} check를 실행하면 이유를 더 자세히 알 수 있습니다."},
    {"lan_computer_name",
     "\"{computer}\" is not a valid computer name here: use 1 to 15 letters, digits and hyphens, as in {command} lan PC1 BroadcastReceiver",
     "\"{computer}\"은/는 컴퓨터 이름으로 쓸 수 없습니다. 영문자, 숫자, 하이픈을 1~15글자 쓰세요. 예: {command} lan PC1 BroadcastReceiver"},
    {"lan_which_program", "Which program should run on {computer}? For example: {command} lan {computer} BroadcastReceiver",
     "{computer}에서 어떤 프로그램을 실행할까요? 예: {command} lan {computer} BroadcastReceiver"},
    {"lan_unknown_program", "The labs have no program \"{program}\". Use one of: {programs}.",
     "실습에 \"{program}\"이라는/라는 프로그램은 없습니다. 다음 중에서 고르세요: {programs}."},
    {"lan_no_program",
     "There is no {program} in {folder} that can be started. Put {program}.cpp there, or name another folder with --from.",
     "{folder}에 시작할 수 있는 {program}이/가 없습니다. 그곳에 {program}.cpp를 넣거나 --from으로 다른 폴더를 지정하세요."},
};

}  // namespace

std::span<const Sentence> lan_sentences() { return kSentences; }

}  // namespace lab::text
