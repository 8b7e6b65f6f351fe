// What lab lan says.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    {"lan_open",
     "The virtual LAN is open; its domain is LABDOMAIN. Start programs on its\n"
     "computers, each in a terminal of its own:\n"
     "\n"
     "  {command} lan PC1 BroadcastReceiver\n"
     "  {command} lan PC2 BroadcastReceiver\n"
     "  {command} lan PC3 BroadcastReceiver\n"
     "  {command} lan PC4 BroadcastSender\n"
     "\n"
     "What happens on the LAN is told here. Ctrl+C closes it and ends the programs on it.",
     "가상 랜을 열었습니다. 도메인은 LABDOMAIN입니다. 프로그램을 하나씩\n"
     "다른 터미널에서 시작하세요:\n"
     "\n"
     "  {command} lan PC1 BroadcastReceiver\n"
     "  {command} lan PC2 BroadcastReceiver\n"
     "  {command} lan PC3 BroadcastReceiver\n"
     "  {command} lan PC4 BroadcastSender\n"
     "\n"
     "랜에서 일어나는 일은 여기에 나옵니다. Ctrl+C를 누르면 랜이 닫히고 그 위의 프로그램도 끝납니다."},
    {"lan_open_duplicate",
     "The virtual LAN is open. What goes to its domain, LABDOMAIN, arrives twice, as\n"
     "where two network protocols carry it. Start programs on its computers, each in\n"
     "a terminal of its own:\n"
     "\n"
     "  {command} lan PC1 BroadcastReceiver\n"
     "  {command} lan PC4 BroadcastSender\n"
     "\n"
     "What happens on the LAN is told here. Ctrl+C closes it and ends the programs on it.",
     "가상 랜을 열었습니다. 네트워크 프로토콜이 둘인 곳처럼, 도메인 LABDOMAIN으로\n"
     "보낸 메시지는 두 번 도착합니다. 프로그램을 하나씩 다른 터미널에서 시작하세요:\n"
     "\n"
     "  {command} lan PC1 BroadcastReceiver\n"
     "  {command} lan PC4 BroadcastSender\n"
     "\n"
     "랜에서 일어나는 일은 여기에 나옵니다. Ctrl+C를 누르면 랜이 닫히고 그 위의 프로그램도 끝납니다."},
    {"lan_joined", "{program} started", "{program} 시작"},
    {"lan_left", "{program} ended with exit code {exit_code}", "{program} 종료, 종료 코드 {exit_code}"},
    {"lan_created", "{program} created {name}", "{program}: {name} 생성"},
    {"lan_not_created", "{program} could not create {name}: error {error:error}", "{program}: {name} 생성 실패, 오류 {error:error}"},
    {"lan_opened", "{program} opened {name}", "{program}: {name} 열기"},
    {"lan_not_opened", "{program} could not open {name}: error {error:error}", "{program}: {name} 열기 실패, 오류 {error:error}"},
    {"lan_wrote", "{program} wrote \"{text}\" ({bytes} bytes) once; it arrived at {to}",
     "{program}: \"{text}\"({bytes}바이트)을/를 한 번 씀, 도착한 곳: {to}"},
    {"lan_reached_nobody", "{program} wrote \"{text}\" ({bytes} bytes); it arrived nowhere, and WriteFile succeeded all the same",
     "{program}: \"{text}\"({bytes}바이트)을/를 씀, 도착한 곳 없음. 그래도 WriteFile은 성공"},
    {"lan_not_written", "{program} could not write {bytes} bytes: error {error:error}",
     "{program}: {bytes}바이트 쓰기 실패, 오류 {error:error}"},
    {"lan_read", "{program} read \"{text}\"", "{program}: \"{text}\" 읽음"},
    {"lan_record_full",
     "This LAN has carried as much as it has room for, and messages may get lost from now on. Close it with Ctrl+C and open a new one.",
     "이 랜이 담을 수 있는 만큼 다 찼습니다. 이제부터는 메시지가 사라질 수 있습니다. Ctrl+C로 닫고 새로 여세요."},
    {"lan_there", "The LAN is open already, in another terminal. Start a program on it: {command} lan PC1 BroadcastReceiver",
     "랜이 이미 다른 터미널에 열려 있습니다. 프로그램을 시작해 보세요: {command} lan PC1 BroadcastReceiver"},
    {"lan_none", "There is no LAN. Open one in another terminal first: {command} lan",
     "열려 있는 랜이 없습니다. 먼저 다른 터미널에서 여세요: {command} lan"},
    {"lan_full",
     "There is no room on the LAN for another computer (8) or another program (127 in all). Use a computer that is there, or close the LAN "
     "with Ctrl+C and open it again: {command} lan",
     "랜에 컴퓨터(8대)나 프로그램(모두 127개)을 더 넣을 자리가 없습니다. 이미 있는 컴퓨터 이름을 쓰거나, Ctrl+C로 랜을 닫고 다시 여세요: "
     "{command} lan"},
    {"lan_closed", "The LAN was closed, and {program} was ended with it. Open it again: {command} lan",
     "랜이 닫혀 {program}도 함께 끝났습니다. 다시 여세요: {command} lan"},
    {"lan_cannot_start",
     "{program} could not be started on the LAN. Try {command} check, which says more about programs that do not start.",
     "{program}을/를 랜에서 시작하지 못했습니다. {command} check를 실행하면 까닭을 더 자세히 알 수 있습니다."},
    {"lan_computer_name",
     "\"{computer}\" cannot be a computer's name here: use 1 to 15 letters, digits and hyphens, as in {command} lan PC1 BroadcastReceiver",
     "\"{computer}\"은/는 컴퓨터 이름이 될 수 없습니다. 영문자, 숫자, 하이픈을 1~15자 쓰세요. 예: {command} lan PC1 BroadcastReceiver"},
    {"lan_which_program", "Which program is to run on {computer}? For instance: {command} lan {computer} BroadcastReceiver",
     "{computer}에서 어떤 프로그램을 실행할까요? 예: {command} lan {computer} BroadcastReceiver"},
    {"lan_unknown_program", "There is no program \"{program}\" in the labs. Use one of: {programs}.",
     "실습에 \"{program}\"이라는/라는 프로그램은 없습니다. 다음 중에서 고르세요: {programs}."},
    {"lan_no_program",
     "There is no {program} in {folder} that can be started. Put {program}.cpp there, or name another folder with --from.",
     "{folder}에 시작할 수 있는 {program}이/가 없습니다. 그곳에 {program}.cpp를 넣거나 --from으로 다른 폴더를 지정하세요."},
};

}  // namespace

std::span<const Sentence> lan_sentences() { return kSentences; }

}  // namespace lab::text
