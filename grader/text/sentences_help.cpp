// What --help says. The English text stands where the option is defined, and is what the Korean one is found by.
#include "text/catalogue.h"

namespace lab::text {
namespace {

constexpr Sentence kSentences[] = {
    {"help", "Grades the labs of the kit, and shows what your programs did.", "키트의 실습을 채점하고, 프로그램이 무엇을 했는지 보여 줍니다."},
    {"help", "Without a command: where you stand. Start with: lab watch 01, or lab check 05",
     "명령 없이 실행하면 지금까지의 결과를 보여 줍니다. 시작: lab watch 01 또는 lab check 05"},
    {"help", "Usage", "사용법"},
    {"help", "OPTIONS", "옵션"},
    {"help", "Options", "옵션"},
    {"help", "SUBCOMMAND", "명령"},
    {"help", "Subcommands", "명령"},
    {"help", "Positionals", "인자"},
    {"help", "REQUIRED", "필수"},
    {"help", "Excludes", "함께 쓸 수 없음"},
    {"help", "Print this help message and exit", "이 도움말을 보여 주고 끝냅니다"},
    {"help", "Display program version information and exit", "버전을 보여 주고 끝냅니다"},
    {"help", "ko or en; else the system's language", "ko 또는 en. 없으면 시스템 언어"},
    {"help", "colours also where the output is no terminal", "출력이 터미널이 아니어도 색을 씁니다"},
    {"help", "judge programs: yours in labs/, or those of a folder", "labs/에 있는 내 프로그램이나 폴더 하나의 프로그램을 채점합니다"},
    {"help", "05, 5, or a part of the lab's name; none means all", "05, 5, 또는 실습 이름의 일부. 없으면 모두"},
    {"help", "05, 5, or a part of the lab's name; none means the one to go on with", "05, 5, 또는 실습 이름의 일부. 없으면 이어서 할 실습"},
    {"help", "05, 5, or a part of the lab's name", "05, 5, 또는 실습 이름의 일부"},
    {"help", "a folder with .cpp sources or .exe files", ".cpp 소스나 .exe 파일이 있는 폴더"},
    {"help", "judge the reference solutions", "모범 답안을 채점합니다"},
    {"help", "only checks whose name contains this", "이름에 이 글자가 들어간 검사만"},
    {"help", "keep the recordings in this folder", "실행 기록을 이 폴더에 남깁니다"},
    {"help", "write the verdicts to this file as JSON", "판정을 이 파일에 JSON으로 씁니다"},
    {"help", "write the verdicts to this file as JUnit XML", "판정을 이 파일에 JUnit XML로 씁니다"},
    {"help", "how many runs at a time", "한 번에 몇 개씩 실행할지"},
    {"help", "judge kept recordings again, starting no program", "프로그램을 실행하지 않고, 남겨 둔 실행 기록을 다시 채점합니다"},
    {"help", "recordings (.jsonl), or folders with them", "실행 기록(.jsonl)이나 그것이 든 폴더"},
    {"help", "show a recording as a timeline", "실행 기록을 시간 순서로 보여 줍니다"},
    {"help", "judge the known-wrong and also-right programs of the kit", "키트의 known-wrong, also-right 프로그램을 채점합니다"},
    {"help", "only programs whose name contains this; several: A,B,C", "이름에 이 글자가 들어간 프로그램만. 여럿이면 A,B,C"},
    {"help", "record each so many times; all verdicts must agree", "하나를 이만큼 되풀이해 기록합니다. 판정이 모두 같아야 합니다"},
    {"help", "keep every core busy meanwhile", "그동안 모든 코어를 바쁘게 합니다"},
    {"help", "how long checks take, beside launching the same programs bare", "채점에 걸리는 시간을, 같은 프로그램을 그냥 실행할 때와 견주어 잽니다"},
    {"help", "one more hint for the check to mend next, the gentlest first", "다음에 고칠 검사의 힌트를 가벼운 것부터 하나씩 보여 줍니다"},
    {"help", "the check, or a part of its name; none means the next failing one", "검사 이름이나 그 일부. 없으면 다음에 고칠 검사"},
    {"help", "how many hints, instead of one more", "하나 더 대신, 힌트를 몇 개 볼지"},
    {"help", "all checks of the lab with what they demand, and no hint", "힌트 대신 그 실습의 모든 검사와 요구를 보여 줍니다"},
    {"help", "judge your programs again at every save", "저장할 때마다 내 프로그램을 다시 채점합니다"},
    {"help", "cut labs/ from solutions/", "solutions/에서 labs/를 잘라 냅니다"},
    {"help", "write the kits for students and for instructors as archives", "학생용 키트와 강사용 키트를 압축 파일로 만듭니다"},
    {"help", "the folder to write them to; none means build/packages", "압축 파일을 둘 폴더. 없으면 build/packages"},
    {"help", "only say what is stale", "낡은 것이 있는지 알려 주기만 합니다"},
    {"help", "write a report page with timelines to this file", "타임라인이 든 보고서 페이지를 이 파일에 씁니다"},
    {"help", "write a page with the timelines to this file", "타임라인이 든 페이지를 이 파일에 씁니다"},
    {"help", "write a trace to this file, which ui.perfetto.dev opens", "ui.perfetto.dev에서 열 수 있는 트레이스를 이 파일에 씁니다"},
    {"help", "a virtual LAN to play with; COMPUTER PROGRAM starts a program on it", "가상 랜을 엽니다. COMPUTER PROGRAM을 주면 그 랜에서 프로그램을 시작합니다"},
    {"help", "a name of your choice, PC1 for instance; none opens the LAN", "마음대로 정하는 이름, 예를 들어 PC1. 없으면 랜을 엽니다"},
    {"help", "the program to start there, of any lab", "그 컴퓨터에서 시작할 실습 프로그램"},
    {"help", "its arguments", "그 프로그램의 인자"},
    {"help", "a folder with the program, as .cpp source or .exe file", "프로그램의 .cpp 소스나 .exe 파일이 있는 폴더"},
    {"help", "take the reference solution", "모범 답안을 씁니다"},
    {"help", "open it so that each broadcast arrives twice", "브로드캐스트가 두 번씩 도착하는 랜을 엽니다"},
    {"help", "what the handouts show: outputs, timelines, code", "핸드아웃에 보이는 출력, 타임라인, 코드"},
    {"help", "the numbers of handouts; none means all", "핸드아웃 번호. 없으면 모두"},
    {"help", "record it anew and write it into the handouts", "다시 기록해 핸드아웃에 써넣습니다"},
    {"help", "only say what is stale or wrong, as without --update", "낡거나 틀린 것을 알려 주기만 합니다(--update가 없을 때와 같음)"},
};

}  // namespace

std::span<const Sentence> help_sentences() { return kSentences; }

}  // namespace lab::text
