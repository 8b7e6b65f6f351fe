// Names for the numeric codes that Windows returns. The values are from winerror.h, winbase.h and ntstatus.h.
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
    {4, "ERROR_TOO_MANY_OPEN_FILES"},
    {5, "ERROR_ACCESS_DENIED"},
    {6, "ERROR_INVALID_HANDLE"},
    {7, "ERROR_ARENA_TRASHED"},
    {8, "ERROR_NOT_ENOUGH_MEMORY"},
    {10, "ERROR_BAD_ENVIRONMENT"},
    {11, "ERROR_BAD_FORMAT"},
    {13, "ERROR_INVALID_DATA"},
    {14, "ERROR_OUTOFMEMORY"},
    {15, "ERROR_INVALID_DRIVE"},
    {16, "ERROR_CURRENT_DIRECTORY"},
    {19, "ERROR_WRITE_PROTECT"},
    {21, "ERROR_NOT_READY"},
    {23, "ERROR_CRC"},
    {24, "ERROR_BAD_LENGTH"},
    {25, "ERROR_SEEK"},
    {29, "ERROR_WRITE_FAULT"},
    {30, "ERROR_READ_FAULT"},
    {31, "ERROR_GEN_FAILURE"},
    {32, "ERROR_SHARING_VIOLATION"},
    {33, "ERROR_LOCK_VIOLATION"},
    {36, "ERROR_SHARING_BUFFER_EXCEEDED"},
    {38, "ERROR_HANDLE_EOF"},
    {39, "ERROR_HANDLE_DISK_FULL"},
    {50, "ERROR_NOT_SUPPORTED"},
    {51, "ERROR_REM_NOT_LIST"},
    {52, "ERROR_DUP_NAME"},
    {53, "ERROR_BAD_NETPATH"},
    {54, "ERROR_NETWORK_BUSY"},
    {55, "ERROR_DEV_NOT_EXIST"},
    {57, "ERROR_ADAP_HDW_ERR"},
    {58, "ERROR_BAD_NET_RESP"},
    {59, "ERROR_UNEXP_NET_ERR"},
    {64, "ERROR_NETNAME_DELETED"},
    {65, "ERROR_NETWORK_ACCESS_DENIED"},
    {66, "ERROR_BAD_DEV_TYPE"},
    {67, "ERROR_BAD_NET_NAME"},
    {68, "ERROR_TOO_MANY_NAMES"},
    {69, "ERROR_TOO_MANY_SESS"},
    {71, "ERROR_REQ_NOT_ACCEP"},
    {80, "ERROR_FILE_EXISTS"},
    {82, "ERROR_CANNOT_MAKE"},
    {84, "ERROR_OUT_OF_STRUCTURES"},
    {87, "ERROR_INVALID_PARAMETER"},
    {88, "ERROR_NET_WRITE_FAULT"},
    {89, "ERROR_NO_PROC_SLOTS"},
    {108, "ERROR_DRIVE_LOCKED"},
    {109, "ERROR_BROKEN_PIPE"},
    {110, "ERROR_OPEN_FAILED"},
    {111, "ERROR_BUFFER_OVERFLOW"},
    {112, "ERROR_DISK_FULL"},
    {120, "ERROR_CALL_NOT_IMPLEMENTED"},
    {121, "ERROR_SEM_TIMEOUT"},
    {122, "ERROR_INSUFFICIENT_BUFFER"},
    {123, "ERROR_INVALID_NAME"},
    {126, "ERROR_MOD_NOT_FOUND"},
    {127, "ERROR_PROC_NOT_FOUND"},
    {128, "ERROR_WAIT_NO_CHILDREN"},
    {129, "ERROR_CHILD_NOT_COMPLETE"},
    {131, "ERROR_NEGATIVE_SEEK"},
    {142, "ERROR_BUSY_DRIVE"},
    {145, "ERROR_DIR_NOT_EMPTY"},
    {161, "ERROR_BAD_PATHNAME"},
    {164, "ERROR_MAX_THRDS_REACHED"},
    {170, "ERROR_BUSY"},
    {182, "ERROR_INVALID_ORDINAL"},
    {183, "ERROR_ALREADY_EXISTS"},
    {186, "ERROR_INVALID_FLAG_NUMBER"},
    {188, "ERROR_INVALID_STARTING_CODESEG"},
    {189, "ERROR_INVALID_STACKSEG"},
    {190, "ERROR_INVALID_MODULETYPE"},
    {191, "ERROR_INVALID_EXE_SIGNATURE"},
    {192, "ERROR_EXE_MARKED_INVALID"},
    {193, "ERROR_BAD_EXE_FORMAT"},
    {195, "ERROR_INVALID_MINALLOCSIZE"},
    {197, "ERROR_IOPL_NOT_ENABLED"},
    {198, "ERROR_INVALID_SEGDPL"},
    {199, "ERROR_AUTODATASEG_EXCEEDS_64k"},
    {203, "ERROR_ENVVAR_NOT_FOUND"},
    {206, "ERROR_FILENAME_EXCED_RANGE"},
    {216, "ERROR_EXE_MACHINE_TYPE_MISMATCH"},
    {225, "ERROR_VIRUS_INFECTED"},
    {226, "ERROR_VIRUS_DELETED"},
    {230, "ERROR_BAD_PIPE"},
    {231, "ERROR_PIPE_BUSY"},
    {232, "ERROR_NO_DATA"},
    {233, "ERROR_PIPE_NOT_CONNECTED"},
    {234, "ERROR_MORE_DATA"},
    {240, "ERROR_VC_DISCONNECTED"},
    {258, "WAIT_TIMEOUT"},
    {267, "ERROR_DIRECTORY"},
    {288, "ERROR_NOT_OWNER"},
    {298, "ERROR_TOO_MANY_POSTS"},
    {299, "ERROR_PARTIAL_COPY"},
    {317, "ERROR_MR_MID_NOT_FOUND"},
    {487, "ERROR_INVALID_ADDRESS"},
    {534, "ERROR_ARITHMETIC_OVERFLOW"},
    {535, "ERROR_PIPE_CONNECTED"},
    {536, "ERROR_PIPE_LISTENING"},
    {575, "ERROR_APP_INIT_FAILURE"},
    {577, "ERROR_INVALID_IMAGE_HASH"},
    {740, "ERROR_ELEVATION_REQUIRED"},
    {995, "ERROR_OPERATION_ABORTED"},
    {996, "ERROR_IO_INCOMPLETE"},
    {997, "ERROR_IO_PENDING"},
    {998, "ERROR_NOACCESS"},
    {1001, "ERROR_STACK_OVERFLOW"},
    {1006, "ERROR_FILE_INVALID"},
    {1007, "ERROR_FULLSCREEN_MODE"},
    {1008, "ERROR_NO_TOKEN"},
    {1051, "ERROR_DEPENDENT_SERVICES_RUNNING"},
    {1053, "ERROR_SERVICE_REQUEST_TIMEOUT"},
    {1112, "ERROR_NO_MEDIA_IN_DRIVE"},
    {1114, "ERROR_DLL_INIT_FAILED"},
    {1117, "ERROR_IO_DEVICE"},
    {1127, "ERROR_DISK_OPERATION_FAILED"},
    {1130, "ERROR_NOT_ENOUGH_SERVER_MEMORY"},
    {1131, "ERROR_POSSIBLE_DEADLOCK"},
    {1150, "ERROR_OLD_WIN_VERSION"},
    {1151, "ERROR_APP_WRONG_OS"},
    {1152, "ERROR_SINGLE_INSTANCE_APP"},
    {1154, "ERROR_INVALID_DLL"},
    {1157, "ERROR_DLL_NOT_FOUND"},
    {1167, "ERROR_DEVICE_NOT_CONNECTED"},
    {1168, "ERROR_NOT_FOUND"},
    {1200, "ERROR_BAD_DEVICE"},
    {1201, "ERROR_CONNECTION_UNAVAIL"},
    {1203, "ERROR_NO_NET_OR_BAD_PATH"},
    {1204, "ERROR_BAD_PROVIDER"},
    {1206, "ERROR_BAD_PROFILE"},
    {1207, "ERROR_NOT_CONTAINER"},
    {1208, "ERROR_EXTENDED_ERROR"},
    {1210, "ERROR_INVALID_COMPUTERNAME"},
    {1214, "ERROR_INVALID_NETNAME"},
    {1219, "ERROR_SESSION_CREDENTIAL_CONFLICT"},
    {1221, "ERROR_DUP_DOMAINNAME"},
    {1222, "ERROR_NO_NETWORK"},
    {1223, "ERROR_CANCELLED"},
    {1225, "ERROR_CONNECTION_REFUSED"},
    {1226, "ERROR_GRACEFUL_DISCONNECT"},
    {1229, "ERROR_CONNECTION_INVALID"},
    {1231, "ERROR_NETWORK_UNREACHABLE"},
    {1232, "ERROR_HOST_UNREACHABLE"},
    {1233, "ERROR_PROTOCOL_UNREACHABLE"},
    {1234, "ERROR_PORT_UNREACHABLE"},
    {1235, "ERROR_REQUEST_ABORTED"},
    {1236, "ERROR_CONNECTION_ABORTED"},
    {1240, "ERROR_LOGIN_WKSTA_RESTRICTION"},
    {1244, "ERROR_NOT_AUTHENTICATED"},
    {1245, "ERROR_NOT_LOGGED_ON"},
    {1247, "ERROR_ALREADY_INITIALIZED"},
    {1260, "ERROR_ACCESS_DISABLED_BY_POLICY"},
    {1300, "ERROR_NOT_ALL_ASSIGNED"},
    {1307, "ERROR_INVALID_OWNER"},
    {1310, "ERROR_CANT_DISABLE_MANDATORY"},
    {1314, "ERROR_PRIVILEGE_NOT_HELD"},
    {1326, "ERROR_LOGON_FAILURE"},
    {1327, "ERROR_ACCOUNT_RESTRICTION"},
    {1330, "ERROR_PASSWORD_EXPIRED"},
    {1331, "ERROR_ACCOUNT_DISABLED"},
    {1332, "ERROR_NONE_MAPPED"},
    {1336, "ERROR_INVALID_ACL"},
    {1338, "ERROR_INVALID_SECURITY_DESCR"},
    {1344, "ERROR_ALLOTTED_SPACE_EXCEEDED"},
    {1346, "ERROR_BAD_IMPERSONATION_LEVEL"},
    {1359, "ERROR_INTERNAL_ERROR"},
    {1364, "ERROR_NO_SUCH_PACKAGE"},
    {1385, "ERROR_LOGON_TYPE_NOT_GRANTED"},
    {1392, "ERROR_FILE_CORRUPT"},
    {1400, "ERROR_INVALID_WINDOW_HANDLE"},
    {1450, "ERROR_NO_SYSTEM_RESOURCES"},
    {1451, "ERROR_NONPAGED_SYSTEM_RESOURCES"},
    {1452, "ERROR_PAGED_SYSTEM_RESOURCES"},
    {1453, "ERROR_WORKING_SET_QUOTA"},
    {1454, "ERROR_PAGEFILE_QUOTA"},
    {1455, "ERROR_COMMITMENT_LIMIT"},
    {1460, "ERROR_TIMEOUT"},
    {1784, "ERROR_INVALID_USER_BUFFER"},
    {1816, "ERROR_NOT_ENOUGH_QUOTA"},
    {3025, "ERROR_REMOTE_MAILSLOTS_DEPRECATED"},
};

constexpr std::uint32_t kStillActive = 259;
constexpr std::uint32_t kMinusOne = 0xFFFFFFFF;
constexpr std::uint32_t kFirstFailure = 0x80000000;  // the first error value of NTSTATUS; the sums of the workers in lab 05 are smaller

// Korean text has no space before a bracket.
const char* before_bracket(Language language) { return language == Language::kKorean ? "" : " "; }

}  // namespace

std::string exit_code_name(Language language, std::uint32_t code) {
  const char* const gap = before_bracket(language);
  if (code == kStillActive) return fmt::format("259{}(STILL_ACTIVE)", gap);
  if (code == kMinusOne) return fmt::format("0xFFFFFFFF{}(-1)", gap);
  for (const Exception& exception : kExceptions)
    if (exception.code == code)
      return fmt::format("0x{:08X}{}({})", code, gap, language == Language::kKorean ? exception.ko : exception.en);
  return code >= kFirstFailure ? fmt::format("0x{:08X}", code) : fmt::format("{}", code);
}

std::string error_name(Language language, std::uint32_t error) {
  for (const Error& known : kErrors)
    if (known.code == error) return fmt::format("{}{}({})", error, before_bracket(language), known.name);
  return fmt::format("{}", error);
}

std::string read_timeout_name(std::uint32_t ms) { return ms == 0xFFFFFFFF ? "MAILSLOT_WAIT_FOREVER" : fmt::format("{} ms", ms); }

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
