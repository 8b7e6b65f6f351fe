// Names of the numbers that Windows answers with. Values: winerror.h, winbase.h and ntstatus.h.
#include "text/codes.h"

#include <fmt/core.h>

namespace lab::text {
namespace {

struct Exception {
  std::uint32_t code;
  const char *en, *ko;
};

constexpr Exception kExceptions[] = {
    {0x80000003, "breakpoint", "중단점"},
    {0xC0000005, "access violation", "액세스 위반"},
    {0xC0000006, "in-page error", "페이지 읽기 오류"},
    {0xC000001D, "illegal instruction", "잘못된 명령"},
    {0xC0000094, "integer division by zero", "0으로 나눔"},
    {0xC0000095, "integer overflow", "정수 오버플로"},
    {0xC00000FD, "stack overflow", "스택 오버플로"},
    {0xC0000135, "a DLL was not found", "DLL을 찾을 수 없음"},
    {0xC0000139, "a function was not found in a DLL", "DLL에서 함수를 찾을 수 없음"},
    {0xC000013A, "ended by Ctrl+C", "Ctrl+C로 종료"},
    {0xC0000142, "a DLL could not be initialised", "DLL 초기화 실패"},
    {0xC0000374, "heap corruption", "힙 손상"},
    {0xC0000409, "stack buffer overrun", "스택 버퍼 오버런"},
    {0xE06D7363, "uncaught C++ exception", "처리되지 않은 C++ 예외"},
};

struct Error {
  std::uint32_t code;
  const char* name;
};

constexpr Error kErrors[] = {
    {1, "ERROR_INVALID_FUNCTION"},
    {2, "ERROR_FILE_NOT_FOUND"},
    {3, "ERROR_PATH_NOT_FOUND"},
    {5, "ERROR_ACCESS_DENIED"},
    {6, "ERROR_INVALID_HANDLE"},
    {8, "ERROR_NOT_ENOUGH_MEMORY"},
    {31, "ERROR_GEN_FAILURE"},
    {32, "ERROR_SHARING_VIOLATION"},
    {53, "ERROR_BAD_NETPATH"},
    {87, "ERROR_INVALID_PARAMETER"},
    {109, "ERROR_BROKEN_PIPE"},
    {121, "ERROR_SEM_TIMEOUT"},
    {122, "ERROR_INSUFFICIENT_BUFFER"},
    {123, "ERROR_INVALID_NAME"},
    {183, "ERROR_ALREADY_EXISTS"},
    {193, "ERROR_BAD_EXE_FORMAT"},
    {206, "ERROR_FILENAME_EXCED_RANGE"},
    {267, "ERROR_DIRECTORY"},
    {995, "ERROR_OPERATION_ABORTED"},
    {997, "ERROR_IO_PENDING"},
    {1117, "ERROR_IO_DEVICE"},
    {740, "ERROR_ELEVATION_REQUIRED"},
    {998, "ERROR_NOACCESS"},
    {1359, "ERROR_INTERNAL_ERROR"},
    {1455, "ERROR_COMMITMENT_LIMIT"},
    {3025, "ERROR_REMOTE_MAILSLOTS_DEPRECATED"},
};

constexpr std::uint32_t kStillActive = 259;
constexpr std::uint32_t kMinusOne = 0xFFFFFFFF;
constexpr std::uint32_t kFirstFailure = 0x80000000;  // of NTSTATUS; the sums of lab 05's workers stay below

}  // namespace

std::string exit_code_name(Language language, std::uint32_t code) {
  if (code == kStillActive) return "259 (STILL_ACTIVE)";
  if (code == kMinusOne) return "0xFFFFFFFF (-1)";
  for (const Exception& exception : kExceptions)
    if (exception.code == code) return fmt::format("0x{:08X} ({})", code, language == Language::kKorean ? exception.ko : exception.en);
  return code >= kFirstFailure ? fmt::format("0x{:08X}", code) : fmt::format("{}", code);
}

std::string error_name(std::uint32_t error) {
  for (const Error& known : kErrors)
    if (known.code == error) return fmt::format("{} ({})", error, known.name);
  return fmt::format("{}", error);
}

std::string wait_result_name(std::uint32_t result) {
  constexpr std::uint32_t kAbandoned = 0x80, kTimeout = 258, kMostObjects = 64;
  if (result == kTimeout) return "WAIT_TIMEOUT";
  if (result == 0xFFFFFFFF) return "WAIT_FAILED";
  if (result == 0xC0) return "WAIT_IO_COMPLETION";
  if (result < kMostObjects) return result == 0 ? "WAIT_OBJECT_0" : fmt::format("WAIT_OBJECT_0 + {}", result);
  if (result >= kAbandoned && result < kAbandoned + kMostObjects)
    return result == kAbandoned ? "WAIT_ABANDONED_0" : fmt::format("WAIT_ABANDONED_0 + {}", result - kAbandoned);
  return fmt::format("{}", result);
}

}  // namespace lab::text
