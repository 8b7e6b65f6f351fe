// The reasons why a program could not be judged at all: it was not built, cannot be graded here, or damaged the recording.
#pragma once

#include <string_view>

#include "trace/reason.h"

namespace lab::checks {

using trace::Outcome;

// Each sentence ends by saying what to try next.
inline constexpr trace::ReasonTable kProgramReasons{{
    {.id = "record_damaged",
     .outcome = Outcome::kNotGradable,
     .by_the_program = true,
     .en = "The grader's record of a run was damaged. Only the program itself can do that, by writing to memory that it does not own. The "
           "program could not be judged, and its points are undecided until someone has read its source.",
     .ko = "채점기의 실행 기록이 손상되었습니다. 이런 일은 프로그램이 자기 것이 아닌 메모리에 쓸 때만 생깁니다. 그래서 이 프로그램은 "
           "채점하지 못했고, 사람이 소스를 읽어 볼 때까지 점수가 정해지지 않습니다."},
    {.id = "stage_disturbed",
     .outcome = Outcome::kNotGradable,
     .by_the_program = true,
     .en = "The part of the grader that runs and records {program} did not work correctly: {detail}. The programs under test can cause "
           "that, so {program} was not judged. Its points are undecided until someone has read its source.",
     .ko = "{program}의 실행을 기록하는 부분이 제대로 동작하지 않았습니다: {detail}. 그곳에서 실행되는 프로그램 때문에 생긴 문제일 수 "
           "있으므로 {program}을/를 채점하지 않았습니다. 사람이 소스를 읽어 볼 때까지 점수가 정해지지 않습니다."},
    {.id = "reached_out",
     .outcome = Outcome::kNotGradable,
     .by_the_program = true,
     .en = "{program} tried to open a process that it had not started, with rights to change it: {detail}. No lab asks for that, and it is "
           "a way to tamper with the grader. So {program} was not judged, and its points are undecided until someone has read its source.",
     .ko = "{program}이/가 자신이 시작하지 않은 프로세스를, 그 프로세스를 변경할 수 있는 권한으로 열려고 했습니다({detail}). 이런 일을 "
           "요구하는 실습은 없으며, 채점기를 조작하는 방법일 수 있습니다. 그래서 {program}을/를 채점하지 않았고, 사람이 소스를 읽어 볼 "
           "때까지 점수가 정해지지 않습니다."},
    {.id = "patched",
     .outcome = Outcome::kNotGradable,
     .by_the_program = true,
     .en = "{program} changed the memory through which the grader sees its calls: {detail}. No lab asks for that, and it is a way to "
           "tamper with the grader. So {program} was not judged, and its points are undecided until someone has read its source.",
     .ko =
         "채점기가 함수 호출을 관찰하는 데 쓰는 메모리를 {program}이/가 바꾸었습니다: {detail}. 이런 일을 요구하는 실습은 없으며, 채점기를 "
         "조작하는 방법일 수 있습니다. 그래서 {program}을/를 채점하지 않았고, 사람이 소스를 읽어 볼 때까지 점수가 정해지지 않습니다."},
    {.id = "opened_record",
     .outcome = Outcome::kNotGradable,
     .by_the_program = true,
     .en = "{program} reached into the memory in which the grader records the run. No lab asks for that, and it is a way to tamper with "
           "the grader. So {program} was not judged, and its points are undecided until someone has read its source.",
     .ko = "채점기가 실행을 기록하는 메모리에 {program}이/가 접근했습니다. 이런 일을 요구하는 실습은 없으며, 채점기를 조작하는 방법일 수 "
           "있습니다. 그래서 {program}을/를 채점하지 않았고, 사람이 소스를 읽어 볼 때까지 점수가 정해지지 않습니다."},
    {.id = "below_windows",
     .outcome = Outcome::kNotGradable,
     .by_the_program = true,
     .en = "{program} uses {detail}, a function below the Windows API whose calls the grader does not see. No lab asks for that, and it is "
           "a way to tamper with the grader. So {program} was not judged, and its points are undecided until someone has read its source.",
     .ko = "{program}이/가 Windows API보다 낮은 수준의 함수 {detail}을/를 사용합니다. 채점기는 이 함수의 호출을 관찰할 수 없습니다. 이런 "
           "일을 요구하는 실습은 없으며, 채점기를 조작하는 방법일 수 있습니다. 그래서 {program}을/를 채점하지 않았고, 사람이 소스를 읽어 "
           "볼 때까지 점수가 정해지지 않습니다."},
    {.id = "ended_unseen",
     .outcome = Outcome::kNotGradable,
     .by_the_program = true,
     .en = "In a run of {program}, {detail} ended without a call that the grader could see. System calls from a program's own code have "
           "that effect, and so does reaching the sandbox's limits on memory or disk space. {program} was not judged, and its points are "
           "undecided until someone has read its source.",
     .ko = "{program}의 실행 중에 {detail}이/가 종료되었는데, 채점기가 관찰할 수 있는 호출로 종료된 것이 아닙니다. 프로그램이 시스템 "
           "호출을 직접 하거나 샌드박스의 메모리 또는 디스크 한도에 이르면 이런 일이 생깁니다. 그래서 {program}을/를 채점하지 않았고, "
           "사람이 소스를 읽어 볼 때까지 점수가 정해지지 않습니다."},
    {.id = "not_built_missing",
     .outcome = Outcome::kNotBuilt,
     .recorded_as = "missing",
     .en = "There is no {program}.cpp and no {program}.exe in {folder} or its subfolders. Put the program there under this name.",
     .ko = "{folder}과/와 그 아래 폴더에 {program}.cpp도 {program}.exe도 없습니다. 이 이름으로 프로그램을 넣어 주세요."},
    // The folder contains no source for the program, at least not under its name. `files` lists the files that were found.
    {.id = "no_files",
     .outcome = Outcome::kNotGradable,
     .en = "{folder} contains no files, so {program} was not judged. Put {program}.cpp into it.",
     .ko = "{folder}에 파일이 하나도 없어 {program}을/를 채점하지 않았습니다. {program}.cpp를 여기에 넣어 주세요."},
    {.id = "other_name",
     .outcome = Outcome::kNotGradable,
     .en = "There is no {program}{ending} in {folder}, so {program} was not judged. Found: {files}. {file}: rename it to "
           "{program}{ending}.",
     .ko = "{folder}에 {program}{ending}이/가 없어 {program}을/를 채점하지 않았습니다. 찾은 파일: {files}. {file}: 이름을 "
           "{program}{ending}으로/로 바꾸세요."},
    {.id = "archive",
     .outcome = Outcome::kNotGradable,
     .en = "There is no {program}.cpp in {folder}, so {program} was not judged. Found: {files}. {file}: extract it, so that {program}.cpp "
           "is in the folder.",
     .ko = "{folder}에 {program}.cpp가 없어 {program}을/를 채점하지 않았습니다. 찾은 파일: {files}. {file}: 압축을 풀어 {program}.cpp를 이 "
           "폴더에 넣으세요."},
    {.id = "other_files",
     .outcome = Outcome::kNotGradable,
     .en = "There is no {program}.cpp and no {program}.exe in {folder}, so {program} was not judged. Found: {files}. If {program} is among "
           "them, rename it to {program}.cpp.",
     .ko =
         "{folder}에 {program}.cpp도 {program}.exe도 없어 {program}을/를 채점하지 않았습니다. 찾은 파일: {files}. 이 가운데 {program}이/가 "
         "있으면 이름을 {program}.cpp로 바꾸세요."},
    // The kit could not read or did not use part of what was handed in (compile/left_out.h), and the program may be in it.
    {.id = "left_out",
     .outcome = Outcome::kNotGradable,
     .en = "The grader could not read or use everything that was handed in: {files}. {program} may be in it, so {program} was not judged, "
           "and its points are undecided. Hand in {program}.cpp as an ordinary file, or in a .zip file.",
     .ko = "제출물 가운데 채점기가 읽거나 사용할 수 없는 것이 있습니다: {files}. {program}이/가 여기에 있을 수 있으므로 채점하지 않았고, "
           "점수가 정해지지 않습니다. {program}.cpp를 일반 파일로 제출하거나 .zip 파일에 넣어 제출하세요."},
    {.id = "not_built_log",
     .outcome = Outcome::kNotBuilt,
     .recorded_as = "does_not_compile",
     .en = "{program}.cpp does not compile. Fix the first compiler error, then check again.",
     .ko = "{program}.cpp가 컴파일되지 않습니다. 첫 번째 컴파일 오류부터 고치고 다시 채점해 보세요."},
    {.id = "needs_visual_cpp",
     .outcome = Outcome::kNotGradable,
     .en = "Visual C++ would build this, but this grader cannot: {program} uses {what}. It was not judged. Build it for x64 as Release "
           "with /MT and hand in the .exe, or do not use {what}.",
     .ko = "Visual C++에서는 빌드되지만 이 채점기에서는 빌드할 수 없습니다. {program}이/가 {what}을/를 사용하기 때문입니다. 그래서 "
           "채점하지 않았습니다. x64 Release에 /MT로 빌드한 .exe를 제출하거나 {what}을/를 쓰지 않도록 고치세요."},
    {.id = "two_sources",
     .outcome = Outcome::kNotGradable,
     .en = "There are two sources for one program, {first} and {second}, so {program} was not judged. Keep one of them and move the other "
           "out of the folder.",
     .ko = "한 프로그램의 소스가 두 개({first}, {second}) 있어서 {program}을/를 채점하지 않았습니다. 하나만 남기고 나머지는 폴더 밖으로 "
           "옮기세요."},
    {.id = "two_programs",
     .outcome = Outcome::kNotGradable,
     .en = "There are several files named {program}.exe, and {first} is newer than {second}, which would be judged. {program} was not "
           "judged. Delete the older one, or build it again.",
     .ko = "{program}.exe가 여러 개 있는데, 채점 대상인 {second}보다 {first}이/가 나중에 만들어졌으므로 {program}을/를 채점하지 "
           "않았습니다. 오래된 것을 지우거나 다시 빌드하세요."},
    {.id = "not_gradable_32_bit",
     .outcome = Outcome::kNotGradable,
     .recorded_as = "32_bit",
     .en = "{program} is a 32-bit program, which the grader cannot observe; it was not judged. Build it for x64, or hand in the source.",
     .ko = "{program}은/는 32비트 프로그램이어서 채점기가 관찰할 수 없으므로 채점하지 않았습니다. x64로 빌드하거나 소스를 제출하세요."},
    {.id = "arm64",
     .outcome = Outcome::kNotGradable,
     .en = "{program} is an ARM64 program, which the grader cannot observe; it was not judged. Build it for x64, or hand in the source.",
     .ko = "{program}은/는 ARM64 프로그램이어서 채점기가 관찰할 수 없으므로 채점하지 않았습니다. x64로 빌드하거나 소스를 제출하세요."},
    {.id = "dll",
     .outcome = Outcome::kNotGradable,
     .en =
         "{program}.exe is a library (DLL), not a program. Choose Application (.exe) as the project's configuration type and build again.",
     .ko =
         "{program}.exe는 프로그램이 아니라 라이브러리(DLL)입니다. 프로젝트의 구성 형식을 애플리케이션(.exe)으로 바꾸고 다시 빌드하세요."},
    {.id = "not_a_program",
     .outcome = Outcome::kNotGradable,
     .en = "{file} is not a Windows program, so {program} could not be started. Build the project again, or hand in {program}.cpp.",
     .ko = "{file}은/는 Windows 프로그램이 아니어서 {program}을/를 시작할 수 없습니다. 프로젝트를 다시 빌드하거나 {program}.cpp를 "
           "제출하세요."},
    {.id = "unreadable",
     .outcome = Outcome::kNotGradable,
     .en = "{file} cannot be read, so {program} could not be judged. Check the file's permissions, and close any program that has it open.",
     .ko = "{file}을/를 읽을 수 없어 {program}을/를 채점하지 못했습니다. 파일의 권한을 확인하고, 이 파일을 열고 있는 프로그램을 닫으세요."},
    {.id = "dll_missing",
     .outcome = Outcome::kNotGradable,
     .en = "{program} needs a DLL that is not available here. Debug builds in Visual Studio do. Build it as Release with /MT, or hand in "
           "the source.",
     .ko = "{program}에 필요한 DLL이 여기에 없습니다. Visual Studio의 Debug 빌드에서 자주 생기는 일입니다. Release에 /MT로 빌드하거나 "
           "소스를 제출하세요."},
    {.id = "not_entered",
     .outcome = Outcome::kNotGradable,
     .en = "The grader could not observe {program}, as happens with packed or protected programs; it was not judged. Hand in the source, "
           "or an unmodified .exe as the linker produced it.",
     .ko = "{program}은/는 채점기가 관찰할 수 없어 채점하지 않았습니다. 압축되거나 보호된 프로그램에서 생기는 일입니다. 소스를 제출하거나, "
           "링커가 만든 그대로의 .exe를 제출하세요."},
    {.id = "not_observed",
     .outcome = Outcome::kNotGradable,
     .en = "{program} ended with exit code {exit_code} before the grader could observe it; it was not judged. Check again. If this happens "
           "again, start the program by hand and see whether it runs.",
     .ko = "채점기가 관찰을 시작하기 전에 {program}이/가 종료 코드 {exit_code}으로/로 종료되어 채점하지 않았습니다. 다시 채점해 보세요. "
           "같은 일이 또 생기면 프로그램을 직접 실행하여 동작하는지 확인하세요."},
    {.id = "interrupted",
     .outcome = Outcome::kNotGradable,
     .en = "The grader had to stop a run of {program} early: the program got almost no CPU time, or waited in a way that the grader does "
           "not know. The run does not show whether the program is right or wrong, so its points are undecided. Check again when the "
           "computer is less busy.",
     .ko = "{program}의 실행 하나를 채점기가 도중에 끝내야 했습니다. 프로그램이 CPU 시간을 거의 얻지 못했거나, 채점기가 모르는 방식으로 "
           "기다렸기 때문입니다. 이 실행만으로는 프로그램이 맞는지 틀린지 알 수 없으므로 점수를 정하지 않았습니다. 컴퓨터가 덜 바쁠 때 "
           "다시 채점해 보세요."},
}};

// The reason for a run that could not be recorded, looked up by Run::reason; null if the grader failed.
constexpr const trace::Reason* program_reason(std::string_view recorded) {
  for (const trace::Reason& row : kProgramReasons.rows)
    if (recorded == (row.recorded_as.empty() ? row.id : row.recorded_as)) return &row;
  return nullptr;
}

}  // namespace lab::checks
