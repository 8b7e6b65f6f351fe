// The warnings that name a mistake, and not merely a habit: a program that compiles with one of these seldom does what was meant.
#include <regex>

#include "report/compiler_rows.h"
#include "report/compiler_types.h"

namespace lab::report {
namespace {

// A DWORD printed with %d produces the right output, so the types must not both be numbers.
bool is_no_number_for_another(const CompilerMessage& message) {
  const auto& quoted = message.quoted;
  return quoted.size() < 3 || kind_of(quoted[quoted.size() - 2]) != TypeKind::kValue || kind_of(quoted.back()) != TypeKind::kValue;
}

// (HANDLE)pi.dwProcessId, or a number cast to a handle for a wait. Other casts may be correct: a handle passed as a number is cast in the
// same way.
bool casts_an_id(const CompilerMessage& message) {
  const auto mentions = [](std::string_view text) { return text.find("Wait") != text.npos || text.find("Id") != text.npos; };
  if (message.code.empty()) return mentions(message.source);
  return !message.quoted.empty() && kind_of(message.quoted.back()) == TypeKind::kHandle;
}

// HANDLE slot = ULongToHandle(number); where a call gave the variable its value. Not = {}, = 0 or = _T("").
bool gets_a_calls_value(const CompilerMessage& message) {
  static const std::regex kCall(R"(=[^=].*\b(?!_T\b|_TEXT\b|TEXT\b|sizeof\b)[A-Za-z_]\w*\s*\()");
  const std::size_t name = message.quoted.empty() ? std::string::npos : message.source.find(message.quoted.front().name);
  return name != std::string::npos &&
         std::regex_search(message.source.begin() + static_cast<std::ptrdiff_t>(name), message.source.end(), kCall);
}

constexpr CompilerRow kWarnings[] = {
    {.id = "assigned_in_condition",
     .gcc = {"suggest parentheses around assignment"},
     .cl = {"C4706"},
     .says = {"The condition on line {line} assigns with = and does not compare.",
              "{line}번째 줄의 조건은 =로 대입할 뿐 비교하지 않습니다."},
     .hint = {"Which comparison did you mean: ==, or one such as <=?", "==이나 <= 같은 비교를 하려던 것인가요?"}},
    {.id = "addresses_compared",
     .gcc = {"comparison with string literal", "comparison between two arrays"},
     .cl = {"C4130"},
     .says = {"Line {line} compares the addresses of two strings, not their contents.",
              "{line}번째 줄은 두 문자열의 내용이 아니라 주소를 비교합니다."},
     .hint = {"_tcscmp(a, b) returns 0 when two strings are equal.", "두 문자열이 같으면 _tcscmp(a, b)는 0을 반환합니다."}},
    {.id = "wrong_format",
     .gcc = {"[-Wformat"},
     .cl = {"C4477", "C4473", "C4313"},
     .fits = is_no_number_for_another,
     .says = {"On line {line} the format does not match the arguments.", "{line}번째 줄의 형식 문자열과 인수가 맞지 않습니다."},
     .hint = {"%s takes a string, %d an int, %lu a DWORD, %p a HANDLE; each needs one argument, in order.",
              "%s는 문자열, %d는 int, %lu는 DWORD, %p는 HANDLE을 받으며, 순서대로 인수가 하나씩 있어야 합니다."}},
    {.id = "no_effect",
     .gcc = {"statement has no effect", "value computed is not used", "is a reference, not call"},
     .cl = {"C4551", "C4552", "C4553"},
     .says = {"Line {line} computes a value but does not use it.", "{line}번째 줄은 값을 계산하기만 하고 사용하지 않습니다."},
     .hint = {"Did you mean = instead of ==? Does a call lack its parentheses?",
              "== 대신 =를 쓰려던 것인가요? 함수 호출에 괄호가 빠졌나요?"}},
    {.id = "value_not_used",
     .gcc = {"[-Wunused-variable]"},
     .fits = gets_a_calls_value,
     .says = {"Line {line} stores the result of a call in {name}, but nothing uses it.",
              "{line}번째 줄에서 호출의 결과를 {name}에 저장하지만 사용하는 곳이 없습니다."},
     .hint = {"Which call needs {name} as an argument, or which condition should check it?",
              "{name}을/를 어느 호출에 인수로 넘기거나 어느 조건에서 확인해야 하나요?"}},
    {.id = "variable_not_used",
     .gcc = {"[-Wunused-variable]"},
     .cl = {"C4101"},
     .says = {"{name} on line {line} is never used: no call takes its address, and nothing reads it.",
              "{line}번째 줄의 {name}을/를 사용하는 곳이 없습니다. 주소를 넘기는 호출도, 값을 읽는 코드도 없습니다."},
     .hint = {"Which call should store a value in it? If you pass NULL for that argument, check that the argument may be NULL.",
              "어느 호출이 여기에 값을 저장해야 하나요? 그 인수로 NULL을 넘겼다면, NULL이 허용되는 인수인지 확인하세요."}},
    {.id = "result_not_looked_at",
     .gcc = {"[-Wunused-but-set-variable"},  // GCC 16: [-Wunused-but-set-variable=]
     .cl = {"C4189"},
     .says = {"{name} on line {line} is never checked.", "{line}번째 줄의 {name}을/를 한 번도 확인하지 않습니다."},
     .hint = {"If it holds the result of a call, check it before you continue.",
              "호출의 결과를 저장했다면 다음으로 넘어가기 전에 확인하세요."}},
    {.id = "empty_body",
     .gcc = {"suggest braces around empty body"},
     .cl = {"C4390"},
     .says = {"The if on line {line} ends with a semicolon, so the next statement is always executed.",
              "{line}번째 줄의 if가 세미콜론으로 바로 끝나서 그다음 문장이 항상 실행됩니다."},
     .hint = {"Remove the ; after the condition.", "조건 뒤의 ;을 지우세요."}},
    {.id = "always_the_same",
     .gcc = {"[-Wtype-limits]", "[-Wbool-compare]", "[-Wlogical-not-parentheses]", "[-Wlogical-op]"},
     .cl = {"C4806", "C4804", "C4296"},
     .says = {"The condition on line {line} does not test what it seems to test.",
              "{line}번째 줄의 조건은 겉보기와 다른 뜻으로 해석됩니다."},
     .hint = {"A DWORD is never below 0; !a == b means (!a) == b; a != 1 || a != 2 is always true.",
              "DWORD는 0보다 작을 수 없고, !a == b는 (!a) == b이며, a != 1 || a != 2는 항상 참입니다."}},
    {.id = "uninitialized",
     .gcc = {"is used uninitialized"},
     .cl = {"C4700"},
     .says = {"Line {line} uses {name} before it has a value.", "{line}번째 줄에서 {name}에 값을 넣기도 전에 그 값을 사용합니다."},
     .hint = {"Initialize it in its declaration: HANDLE h = NULL; STARTUPINFO si = {open} sizeof(si) };. A pointer must point to a "
              "variable first.",
              "선언할 때 초기화하세요: HANDLE h = NULL; STARTUPINFO si = {open} sizeof(si) };. 포인터라면 먼저 변수를 가리켜야 합니다."}},
    {.id = "may_be_uninitialized",
     .gcc = {"may be used uninitialized"},
     .cl = {"C4701", "C4703"},
     .says = {"Line {line} uses {name}, which may not have a value at that point.",
              "{line}번째 줄에서 {name}의 값이 정해지지 않은 채 사용될 수 있습니다."},
     .hint = {"Initialize it in its declaration. A pointer that is only declared points to nothing: declare the variable itself, DWORD "
              "count = 0;, and pass its address, &count.",
              "선언할 때 초기화하세요. 선언만 한 포인터는 아무것도 가리키지 않습니다. DWORD count = 0;처럼 변수 자체를 선언하고 그 주소 "
              "&count를 넘기세요."},
     .only_after = Seen::kCrash},
    {.id = "number_cast_to_handle",
     .gcc = {"[-Wint-to-pointer-cast]"},
     .cl = {"C4312"},
     .fits = casts_an_id,
     .says = {"Line {line} casts a number to a handle or another pointer, which has a different size.",
              "{line}번째 줄에서 숫자를 핸들 같은 포인터로 형 변환하는데, 둘의 크기가 다릅니다."},
     .hint = {"An ID such as dwProcessId is not a handle, and a cast does not make it one. CreateProcess stores the handle of the process "
              "in hProcess.",
              "dwProcessId 같은 ID는 핸들이 아니고, 형 변환을 해도 핸들이 되지 않습니다. 프로세스의 핸들은 CreateProcess가 hProcess에 "
              "저장합니다."},
     .only_after = Seen::kFailure},
    {.id = "hidden_by_another",
     .gcc = {"shadows a previous local"},
     .cl = {"C4456"},
     .says = {"Line {line} declares a second {name}, so the outer one does not change.",
              "{line}번째 줄에서 {name}을/를 하나 더 선언해서 바깥쪽 변수의 값은 바뀌지 않습니다."},
     .hint = {"To assign to the existing variable, remove the type.", "이미 있는 변수에 대입하려면 형식을 빼세요."}},
    {.id = "size_of_pointer",
     .gcc = {"[-Wsizeof-"},
     .says = {"sizeof on line {line} gives the size of a pointer, not the size of an array.",
              "{line}번째 줄의 sizeof로 얻는 값은 배열이 아니라 포인터의 크기입니다."},
     .hint = {"A function receives only the address of an array: pass its size, too.",
              "함수에는 배열의 주소만 전달됩니다. 크기도 함께 넘기세요."}},
    {.id = "null_for_address",
     .gcc = {"[-Wnonnull]"},
     .cl = {"C6387"},
     .says = {"A call on line {line} passes NULL where the address of a variable is needed.",
              "{line}번째 줄의 호출에서 변수의 주소를 넘겨야 하는 인수에 NULL을 넘겼습니다."},
     .hint = {"The last two arguments of CreateProcess must not be NULL: pass the addresses of a STARTUPINFO and a PROCESS_INFORMATION.",
              "CreateProcess의 마지막 두 인수는 NULL일 수 없습니다. STARTUPINFO의 주소와 PROCESS_INFORMATION의 주소를 넘기세요."}},
    {.id = "more_than_the_array",
     .gcc = {"[-Wstringop-overflow"},
     .says = {"The call on line {line} passes a size larger than its array.", "{line}번째 줄의 호출에 배열보다 큰 크기를 넘겼습니다."},
     .hint = {"_fgetts counts characters: pass _countof(line). sizeof(line) counts bytes, and a TCHAR takes two bytes.",
              "_fgetts는 글자 수로 셉니다. _countof(line)을 넘기세요. sizeof(line)은 바이트 수이고 TCHAR 하나는 2바이트입니다."}},
    {.id = "local_returned",
     .gcc = {"[-Wreturn-local-addr]"},
     .cl = {"C4172"},
     .says = {"Line {line} returns the address of a variable that ceases to exist when the function returns.",
              "{line}번째 줄에서 함수가 끝나면 사라지는 변수의 주소를 반환합니다."},
     .hint = {"Have the caller pass the array to fill.", "채울 배열을 호출하는 쪽에서 넘기게 하세요."}},
    {.id = "no_return",
     .gcc = {"[-Wreturn-type]"},
     .cl = {"C4715"},
     .says = {"The function that ends on line {line} does not return a value on every path.",
              "{line}번째 줄에서 끝나는 함수는 값을 반환하지 않고 끝나는 경로가 있습니다."},
     .hint = {"End the function with a return statement that no condition skips.", "위의 조건과 상관없이 return으로 끝나게 하세요."}},
    {.id = "single_backslash",
     .gcc = {"unknown escape sequence"},
     .cl = {"C4129"},
     .says = {"A literal on line {line} has a single backslash, which C++ drops.",
              "{line}번째 줄의 리터럴에 백슬래시가 하나뿐이어서 C++에서 무시됩니다."},
     .hint = {"Write each backslash twice: _T(\"\\\\\\\\.\\\\mailslot\\\\mailbox\").",
              "백슬래시는 두 번씩 적으세요: _T(\"\\\\\\\\.\\\\mailslot\\\\mailbox\")."}},
};

}  // namespace

std::span<const CompilerRow> warning_rows() { return kWarnings; }

}  // namespace lab::report
