// The errors that beginners make most often, with the messages of GCC 12 and the codes of Visual Studio's cl.
// https://learn.microsoft.com/cpp/error-messages/compiler-errors-1/c-cpp-build-errors
#include <algorithm>
#include <iterator>

#include "report/compiler_rows.h"
#include "report/compiler_types.h"

namespace lab::report {
namespace {

bool quotes_first(const CompilerMessage& message, std::string_view name) {
  return !message.quoted.empty() && message.quoted[0].name == name;
}

bool converts(const CompilerMessage& message, TypeKind from, TypeKind to) {
  const auto conversion = conversion_in(message);
  return conversion && kind_of(conversion->from) == from && kind_of(conversion->to) == to;
}
bool is_text(TypeKind kind) { return kind == TypeKind::kNarrowText || kind == TypeKind::kWideText; }

bool narrow_for_wide(const CompilerMessage& message) { return converts(message, TypeKind::kNarrowText, TypeKind::kWideText); }
bool wide_for_narrow(const CompilerMessage& message) { return converts(message, TypeKind::kWideText, TypeKind::kNarrowText); }
bool same_text(const CompilerMessage& message) {
  return converts(message, TypeKind::kWideText, TypeKind::kWideText) || converts(message, TypeKind::kNarrowText, TypeKind::kNarrowText);
}
bool character_for_text(const CompilerMessage& message) {
  const auto conversion = conversion_in(message);
  return conversion && kind_of(conversion->from) == TypeKind::kCharacter && is_text(kind_of(conversion->to));
}
// "unsigned int (*)(void*)"; cl includes the calling convention: "unsigned int (__stdcall *)(void *)".
bool is_function(const Quoted& type) {
  const std::string_view name = type.aka.empty() ? std::string_view(type.name) : std::string_view(type.aka);
  const std::size_t star = name.find("*)(");
  return star != std::string_view::npos || type.name == "LPTHREAD_START_ROUTINE" || type.name == "_beginthreadex_proc_type";
}
bool other_function(const CompilerMessage& message) {
  const auto conversion = conversion_in(message);
  return conversion && is_function(conversion->from) && is_function(conversion->to);
}
bool value_for_pointer(const CompilerMessage& message) {
  const auto conversion = conversion_in(message);
  if (!conversion || kind_of(conversion->to) != TypeKind::kPointer) return false;
  const TypeKind from = kind_of(conversion->from);
  return from == TypeKind::kValue || from == TypeKind::kHandle;
}
bool is_pointer(const Quoted& type) { return kind_of(type) == TypeKind::kPointer || is_text(kind_of(type)); }
// A T** where a T* is required, or the address of an array where the address of its first element is required. The log may use another name
// for T*.
bool address_of_address(const CompilerMessage& message) {
  const auto conversion = conversion_in(message);
  if (!conversion || !is_pointer(conversion->to) || is_pointer({pointed_to(conversion->to), ""})) return false;
  return is_pointer({pointed_to(conversion->from), ""}) || conversion->from.name.find("(*)[") != std::string::npos;
}
std::string_view plain(std::string_view type) {
  for (const std::string_view before : {"const ", "_"})
    if (type.starts_with(before)) type.remove_prefix(before.size());
  return type;
}
// A T* where a U* is required, if both types are known.
bool address_of_another(const CompilerMessage& message) {
  const auto conversion = conversion_in(message);
  if (!conversion || is_function(conversion->from) || is_function(conversion->to)) return false;
  if (kind_of(conversion->from) != TypeKind::kPointer || kind_of(conversion->to) != TypeKind::kPointer) return false;
  const std::string from = pointed_to(conversion->from), to = pointed_to(conversion->to);
  const auto is_known = [](std::string_view type) { return !type.empty() && plain(type) != "void" && plain(type) != "VOID"; };
  return is_known(from) && is_known(to) && plain(from) != plain(to);
}
bool any_conversion(const CompilerMessage& message) { return conversion_in(message).has_value(); }
bool has_header(const CompilerMessage& message) { return !message.quoted.empty() && !header_of(message.quoted[0].name).empty(); }
bool lacks_semicolon(const CompilerMessage& message) {
  return quotes_first(message, ";") || (message.quoted.size() > 1 && message.quoted[1].name == ";");
}
// GCC reports "expected ';' before '{'" for "if (a == 1 {".
bool lacks_parenthesis(const CompilerMessage& message) {
  const bool before_brace = quotes_first(message, ";") && message.quoted.size() > 1 && message.quoted[1].name == "{";
  return quotes_first(message, ")") || quotes_first(message, "(") || before_brace;
}
bool is_closing_brace(const CompilerMessage& message) { return quotes_first(message, "}"); }

constexpr CompilerRow kErrors[] = {
    {.id = "no_such_header",
     .gcc = {"No such file or directory"},
     .cl = {"C1083"},
     .says = {"Line {line} includes a header that was not found.", "{line}번째 줄에서 포함하는 헤더를 찾지 못했습니다."},
     .hint = {"Check the spelling. Put headers of Windows and of the C runtime in angle brackets: <windows.h>, <stdio.h>, <tchar.h>.",
              "철자를 확인하세요. 윈도우와 C 런타임의 헤더는 <windows.h>, <stdio.h>, <tchar.h>처럼 꺾쇠괄호 안에 적습니다."}},
    {.id = "stray_character",
     .gcc = {"stray '", "extended character"},
     .cl = {"C2018", "C3872"},
     .says = {"Line {line} contains a character that C++ does not allow.", "{line}번째 줄에 C++에서 쓸 수 없는 문자가 있습니다."},
     .hint = {"Text copied from a page may contain typographic quotation marks or special spaces. Delete the line and type it again.",
              "복사해 온 글에는 둥근 따옴표나 특수 공백이 섞일 수 있습니다. 그 줄을 지우고 직접 다시 입력하세요."}},
    {.id = "unclosed_quote",
     .gcc = {"missing terminating"},
     .cl = {"C2001"},
     .says = {"A literal on line {line} has no closing quotation mark.", "{line}번째 줄의 리터럴에 닫는 따옴표가 없습니다."},
     .hint = {"Close it before the end of the line. In a literal, write a quotation mark as \\\" and a backslash as \\\\.",
              "줄이 끝나기 전에 따옴표를 닫으세요. 리터럴 안에서 따옴표는 \\\"로, 백슬래시는 \\\\로 적습니다."}},
    {.id = "address_of_address",
     .gcc = {"cannot convert", "invalid conversion"},
     .cl = {"C2664", "C2440"},
     .fits = address_of_address,
     .says = {"Line {line} takes the address once too often: it has {a_from} where {a_to} is needed.",
              "{line}번째 줄에서 주소 연산자(&)를 불필요하게 하나 더 붙였습니다. {to}이/가 필요한 곳에 {from}이/가 있습니다."},
     .hint = {"Remove the &: an array or a pointer after it is already an address.",
              "&를 지우세요. 그 뒤의 배열이나 포인터는 이미 주소입니다."}},
    {.id = "narrow_for_wide",
     .gcc = {"cannot convert", "invalid conversion"},
     .cl = {"C2664", "C2440"},
     .fits = narrow_for_wide,
     .says = {"Line {line} has narrow text ({from}) where wide characters ({to}) are needed.",
              "{line}번째 줄: 와이드 문자열({to})이 필요한 곳에 char 문자열({from})이 있습니다."},
     .hint = {"Write a literal as _T(\"...\"), and declare arrays of characters as TCHAR.",
              "리터럴은 _T(\"...\")로 적고, 문자 배열은 TCHAR로 선언하세요."}},
    {.id = "wide_for_narrow",
     .gcc = {"cannot convert", "invalid conversion"},
     .cl = {"C2664", "C2440"},
     .fits = wide_for_narrow,
     .says = {"Line {line} has wide text ({from}) where narrow text ({to}) is needed.",
              "{line}번째 줄: char 문자열({to})이 필요한 곳에 와이드 문자열({from})이 있습니다."},
     .hint = {"Call the TCHAR version of the function: _tprintf, _fgetts, _tcslen, _tcscmp, _ttoi.",
              "TCHAR용 함수를 호출하세요: _tprintf, _fgetts, _tcslen, _tcscmp, _ttoi."}},
    {.id = "character_for_text",
     .gcc = {"cannot convert", "invalid conversion"},
     .cl = {"C2664", "C2440"},
     .fits = character_for_text,
     .says = {"Line {line} has a single character ({from}) where a string ({to}) is needed.",
              "{line}번째 줄: 문자열({to})이 필요한 곳에 문자 하나({from})가 있습니다."},
     .hint = {"Single quotes make one character, double quotes make a string: _T(\"a\").",
              "작은따옴표는 문자 하나, 큰따옴표는 문자열입니다: _T(\"a\")."}},
    {.id = "constant_text",
     .gcc = {"cannot convert", "invalid conversion"},
     .cl = {"C2664", "C2440"},
     .fits = same_text,
     .says = {"Line {line} has constant text ({from}) where text that can change ({to}) is needed.",
              "{line}번째 줄: 바꿀 수 있는 문자열({to})이 필요한 곳에 바꿀 수 없는 문자열({from})이 있습니다."},
     .hint = {"Put the text into an array, TCHAR text[] = _T(\"...\");, and pass the array. Use const TCHAR* as a parameter only in a "
              "function that does not change the text.",
              "TCHAR text[] = _T(\"...\");처럼 배열에 넣고 그 배열을 넘기세요. 문자열을 바꾸지 않는 함수에서만 매개 변수를 const TCHAR*로 "
              "할 수 있습니다."}},
    {.id = "other_function",
     .gcc = {"cannot convert", "invalid conversion"},
     .cl = {"C2664", "C2440"},
     .fits = other_function,
     .says = {"Line {line} passes a function of the wrong type ({from}); {to} is needed.",
              "{line}번째 줄에서 넘긴 함수의 형식({from})이 필요한 형식({to})과 다릅니다."},
     .hint =
         {"CreateThread needs a DWORD WINAPI function that takes void*, _beginthreadex an unsigned __stdcall function. Which of the two "
          "matches yours?",
          "CreateThread에는 DWORD WINAPI로 선언하고 void*를 받는 함수가, _beginthreadex에는 unsigned __stdcall로 선언한 함수가 필요합니다. "
          "지금 호출하는 함수에는 어느 쪽이 맞나요?"}},
    {.id = "missing_address",
     .gcc = {"cannot convert", "invalid conversion"},
     .cl = {"C2664", "C2440"},
     .fits = value_for_pointer,
     .says = {"Line {line} has a value ({from}) where the address of a variable ({to}) is needed.",
              "{line}번째 줄: 변수의 주소({to})가 필요한 곳에 값({from})이 있습니다."},
     .hint = {"A type that begins with LP or P, or ends with *, is an address: put & before the variable.",
              "LP나 P로 시작하거나 *로 끝나는 형식은 주소입니다. 변수 앞에 &를 붙이세요."}},
    {.id = "address_of_another",
     .gcc = {"cannot convert", "invalid conversion"},
     .cl = {"C2664", "C2440"},
     .fits = address_of_another,
     .says = {"Line {line} has the address of {a_from_variable} ({from}) where the address of {a_to_variable} ({to}) is needed.",
              "{line}번째 줄: {to_variable} 변수의 주소({to})가 필요한 곳에 {from_variable} 변수의 주소({from})가 있습니다."},
     .hint = {"Only the address of {a_to_variable} is accepted there. Change the type in the declaration of the variable, or pass the "
              "variable that you meant.",
              "여기에는 {to_variable} 형식인 변수의 주소만 넘길 수 있습니다. 변수를 선언한 곳에서 형식을 바꾸거나, 넘기려던 변수가 맞는지 "
              "확인하세요."}},
    {.id = "types_mixed",
     .gcc = {"cannot convert", "invalid conversion"},
     .cl = {"C2664", "C2440"},
     .fits = any_conversion,
     .says = {"Line {line} has {a_from} where {a_to} is needed.", "{line}번째 줄: {to}이/가 필요한 곳에 {from}이/가 있습니다."},
     .hint = {"Check what the function takes and what it returns: HANDLE, DWORD and BOOL are different types.",
              "함수가 무엇을 받고 무엇을 반환하는지 확인하세요. HANDLE, DWORD, BOOL은 서로 다른 형식입니다."}},
    {.id = "pointer_compared",
     .gcc = {"comparison between pointer and integer", "comparison of pointer with integer"},
     .cl = {"C2446", "C2040"},
     .says = {"Line {line} compares a handle or another pointer with a number.", "{line}번째 줄에서 핸들 같은 포인터를 숫자와 비교합니다."},
     .hint = {"Compare a HANDLE with INVALID_HANDLE_VALUE or NULL, depending on what the function returns on failure.",
              "HANDLE은 그 함수가 실패했을 때 반환하는 값(INVALID_HANDLE_VALUE나 NULL)과 비교하세요."}},
    {.id = "array_assigned",
     .gcc = {"invalid array assignment", "incompatible types in assignment of", "assignment to expression with array type"},
     .cl = {"C3863"},
     .says = {"Line {line} assigns to a whole array, which C++ does not allow.",
              "{line}번째 줄에서 배열 전체에 대입합니다. C++에서는 허용되지 않습니다."},
     .hint =
         {"To compare strings, as in a condition, call _tcscmp: it returns 0 when they are equal. To copy a string, call _tcscpy_s.",
          "조건에서처럼 문자열을 비교하려면 _tcscmp를 호출하세요. 두 문자열이 같으면 0을 반환합니다. 복사하려면 _tcscpy_s를 호출하세요."}},
    {.id = "not_assignable",
     .gcc = {"lvalue required"},
     .cl = {"C2106", "C2102", "C2105"},
     .says = {"Line {line} assigns to something that is not a variable.", "{line}번째 줄에서 변수가 아닌 것에 대입합니다."},
     .hint = {"The variable must be on the left of =. In a condition, write == and put each comparison in parentheses.",
              "=의 왼쪽에는 변수가 와야 합니다. 조건에서는 ==를 쓰고 비교마다 괄호로 묶으세요."}},
    {.id = "constant_assigned",
     .gcc = {"assignment of read-only", "increment of read-only"},
     .cl = {"C3892", "C2166"},
     .says = {"Line {line} changes {name}, which is declared const.", "{line}번째 줄에서 const로 선언한 {name}을/를 바꿉니다."},
     .hint = {"Remove const from its declaration, or use another variable.", "선언에서 const를 지우거나 다른 변수를 쓰세요."}},
    {.id = "arrow_or_dot",
     .gcc = {"which is of pointer type", "has non-pointer type"},
     .cl = {"C2227", "C2228", "C2231", "C2232", "C2819"},
     .says = {"Line {line} confuses . and ->.", "{line}번째 줄에서 .과 ->를 서로 바꾸어 썼습니다."},
     .hint = {"Access the members of a structure with a dot, pi.hProcess; access them through a pointer with an arrow, pi->hProcess.",
              "구조체의 멤버는 pi.hProcess처럼 점으로, 구조체 포인터의 멤버는 pi->hProcess처럼 화살표로 접근합니다."}},
    {.id = "no_such_member",
     .gcc = {"has no member named"},
     .cl = {"C2039"},
     .says = {"Line {line} uses a member that the structure does not have ({name}, {last}).",
              "{line}번째 줄에서 구조체에 없는 멤버를 씁니다({name}, {last})."},
     .hint = {"Check the members of the structure and their spelling: PROCESS_INFORMATION has hProcess, hThread, dwProcessId, dwThreadId.",
              "구조체의 멤버와 철자를 확인하세요. PROCESS_INFORMATION에는 hProcess, hThread, dwProcessId, dwThreadId가 있습니다."}},
    {.id = "missing_include",
     .gcc = {"was not declared in this scope", "undeclared (first use", "does not name a type", "unknown type name"},
     .cl = {"C2065", "C3861", "C2061"},
     .fits = has_header,
     .says = {"Line {line} uses {name}, but the file includes no header that declares it.",
              "{line}번째 줄에서 {name}을/를 쓰는데, 이를 선언하는 헤더를 포함하지 않았습니다."},
     .hint = {"Write #include {header} at the top of the file.", "파일 맨 위에 #include {header}을/를 적으세요."}},
    {.id = "unknown_type",
     .gcc = {"does not name a type", "unknown type name"},
     .cl = {"C2061"},
     .says = {"Line {line} begins with {name}, which is not a known type.",
              "{line}번째 줄에 있는 {name}은/는 컴파일러가 아는 형식이 아닙니다."},
     .hint = {"Check the spelling, including capital letters: HANDLE, DWORD, BOOL, TCHAR. A statement must be inside a function.",
              "대소문자를 포함해 철자를 확인하세요: HANDLE, DWORD, BOOL, TCHAR. 문장은 함수 안에 있어야 합니다."}},
    {.id = "undeclared",
     .gcc = {"was not declared in this scope", "undeclared (first use"},
     .cl = {"C2065", "C3861"},
     .says = {"Line {line} uses {name}, which is not declared there.", "{line}번째 줄에서 쓰는 {name}이/가 선언되어 있지 않습니다."},
     .hint = {"Does a TODO above ask you to declare it? Otherwise check the spelling, including capital letters, and the braces around its "
              "declaration.",
              "그 줄 위에 이를 선언하라는 TODO가 남아 있나요? 아니라면 대소문자를 포함해 철자를 확인하고, 어느 중괄호 안에 선언했는지 "
              "보세요."}},
    {.id = "missing_parenthesis",
     .gcc = {"expected ')'", "expected '('", "expected ';' before '{'"},
     .cl = {"C2143", "C2146"},
     .fits = lacks_parenthesis,
     .says = {"A parenthesis is missing on line {line}.", "{line}번째 줄에 괄호가 하나 모자랍니다."},
     .hint = {"Count ( and ) on that line: they must match. Put the whole condition of an if or while in parentheses.",
              "그 줄의 (와 )를 세어 짝을 맞추세요. if와 while의 조건 전체를 괄호로 묶어야 합니다."}},
    {.id = "missing_semicolon",
     .gcc = {"expected ';'", "expected ',' or ';'"},
     .cl = {"C2143", "C2146"},
     .fits = lacks_semicolon,
     .says = {"A semicolon is missing on line {line} or at the end of the line before it.",
              "{line}번째 줄이나 그 앞줄의 끝에 세미콜론이 없습니다."},
     .hint =
         {"End each statement and declaration with a semicolon. If none is missing, check that the word before that place is a known type.",
          "문장과 선언은 세미콜론으로 끝냅니다. 빠진 곳이 없다면, 그 앞의 단어가 컴파일러가 아는 형식인지 확인하세요."}},
    {.id = "missing_brace",
     .gcc = {"expected '}'"},
     .cl = {"C1075"},
     .says = {"The file ends, but not every {open} is closed.", "닫히지 않은 여는 중괄호({open})가 남은 채로 파일이 끝났습니다."},
     .hint = {"Count the braces: each {open} needs a }. Indent the lines between them to find the one without a match.",
              "중괄호를 세어 {open}마다 }를 맞추세요. 사이의 줄을 들여 쓰면 짝이 없는 중괄호가 보입니다."}},
    {.id = "outside_a_function",
     .gcc = {"expected declaration before '}'", "expected unqualified-id before"},
     .cl = {"C2059", "C2447"},
     .fits = [](const CompilerMessage& message) { return message.code != "C2059" || is_closing_brace(message); },
     .says = {"Line {line} is outside every function.", "{line}번째 줄이 어느 함수에도 들어 있지 않습니다."},
     .hint = {"Look for an extra } above it, or a ; after the head of a function.",
              "그 위에 }가 하나 더 있거나 함수의 첫 줄 끝에 ;이 있는지 확인하세요."}},
    {.id = "function_in_function",
     .gcc = {"a function-definition is not allowed here"},
     .cl = {"C2601"},
     .says = {"Line {line} begins a function inside another one.", "{line}번째 줄에서 함수 안에 다른 함수를 정의합니다."},
     .hint = {"Close the function above it with a } first.", "먼저 위의 함수를 }로 닫으세요."}},
    {.id = "wrong_argument_count",
     .gcc = {"too few arguments to function", "too many arguments to function"},
     .cl = {"C2660", "C2197", "C2198"},
     .says = {"Line {line} calls a function with too few or too many arguments: {name}.",
              "{line}번째 줄에서 함수에 넘긴 인수의 개수가 맞지 않습니다: {name}."},
     .hint = {"Compare the arguments with the function's parameters. If you have no value for one, pass NULL or 0.",
              "함수의 매개 변수와 인수의 개수를 비교해 보세요. 넘길 값이 없는 인수에는 NULL이나 0을 넘깁니다."}},
    {.id = "redefinition",
     .gcc = {"redefinition of", "redeclaration of", "conflicting declaration"},
     .cl = {"C2086", "C2371", "C2374", "C2084"},
     .says = {"Line {line} defines {name} a second time.", "{line}번째 줄에서 {name}을/를 두 번째로 정의합니다."},
     .hint = {"To assign to the existing variable, remove the type; otherwise rename one of the two.",
              "이미 있는 변수에 대입하려면 형식을 빼고, 아니면 둘 가운데 하나의 이름을 바꾸세요."}},
    {.id = "else_without_if",
     .gcc = {"'else' without a previous 'if'"},
     .cl = {"C2181"},
     .says = {"The else on line {line} has no if.", "{line}번째 줄의 else에 짝이 되는 if가 없습니다."},
     .hint = {"Put braces around the statements of the if: without braces, only one statement belongs to it. Is there a ; directly after "
              "the condition?",
              "if에 속하는 문장을 중괄호로 묶으세요. 중괄호가 없으면 if에는 한 문장만 속합니다. 조건 바로 뒤에 ;이 있지는 않나요?"}},
    {.id = "missing_return_type",
     .cl = {"C4430"},
     .says = {"A declaration on line {line} has no type.", "{line}번째 줄의 선언에 형식이 없습니다."},
     .hint = {"Write the return type of the function, or the type of the variable, before its name: int, DWORD, BOOL, void.",
              "이름 앞에 함수의 반환 형식이나 변수의 형식을 적으세요: int, DWORD, BOOL, void."}},
    {.id = "missing_return_value",
     .gcc = {"return-statement with no value"},
     .cl = {"C2561", "C4716"},
     .says = {"The return on line {line} has no value, but its function must return one.",
              "{line}번째 줄의 return에 값이 없는데, 이 함수는 값을 반환해야 합니다."},
     .hint = {"Return a value of the type before the function's name.", "함수 이름 앞에 적힌 형식의 값을 return하세요."}},
    {.id = "surplus_return_value",
     .gcc = {"return-statement with a value"},
     .cl = {"C2562"},
     .says = {"The return on line {line} has a value, but its function is void.",
              "{line}번째 줄의 return에 값이 있는데, 함수가 void입니다."},
     .hint = {"Change void before the function's name to the type of that value, or return nothing.",
              "함수 이름 앞의 void를 그 값의 형식으로 바꾸거나 값을 빼세요."}},
    {.id = "break_outside",
     .gcc = {"break statement not within", "continue statement not within"},
     .cl = {"C2043", "C2044"},
     .says = {"Line {line} has a break or continue outside every loop.", "{line}번째 줄의 break나 continue가 반복문 밖에 있습니다."},
     .hint = {"Check where the braces of the loop end. To leave the program, use return.",
              "반복문의 중괄호가 어디에서 끝나는지 확인하세요. 프로그램을 끝내려면 return을 쓰세요."}},
    {.id = "not_a_function",
     .gcc = {"cannot be used as a function"},
     .cl = {"C2064"},
     .says = {"Line {line} calls something that is not a function.", "{line}번째 줄에서 함수가 아닌 것을 호출합니다."},
     .hint = {"Does a variable have the same name as the function? Is an operator missing before the parenthesis?",
              "함수와 이름이 같은 변수가 있나요? 괄호 앞에 연산자가 빠지지 않았나요?"}},
    {.id = "wrong_operands",
     .gcc = {"invalid operands of types", "invalid operands to binary"},
     .cl = {"C2110", "C2296", "C2297"},
     .says = {"Line {line} uses an operator with operands that it does not accept.",
              "{line}번째 줄에서 연산자에 허용되지 않는 피연산자를 썼습니다."},
     .hint = {"Join strings with _tcscat_s or _stprintf_s and compare them with _tcscmp.",
              "문자열은 _tcscat_s나 _stprintf_s로 연결하고 _tcscmp로 비교합니다."}},
    {.id = "not_linked",
     .gcc = {"undefined reference to"},
     .cl = {"LNK2019", "LNK2001"},
     .says = {"The linker found no definition of {name}.", "링커가 {name}의 정의를 찾지 못했습니다."},
     .hint =
         {"Compare its name and parameters in the declaration, the call and the definition. Is the file that defines it in this folder?",
          "선언, 호출, 정의에서 이름과 매개 변수를 비교해 보세요. 정의한 파일이 이 폴더에 있나요?"}},
};

}  // namespace

std::span<const CompilerRow> error_rows() { return kErrors; }

}  // namespace lab::report
