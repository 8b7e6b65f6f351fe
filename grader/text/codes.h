// Names for the numeric codes that Windows returns.
#pragma once

#include <cstdint>
#include <string>

#include "text/text.h"

namespace lab::text {

// "15", "259 (STILL_ACTIVE)", "0xFFFFFFFF (-1)", "0xC0000005 (access violation)"; in Korean "0xC0000005(액세스 위반)".
std::string exit_code_name(Language language, std::uint32_t code);

// "6 (ERROR_INVALID_HANDLE)", in Korean "6(ERROR_INVALID_HANDLE)"; only the number for errors that do not occur in the labs.
std::string error_name(Language language, std::uint32_t error);

// CreateMailslot's lReadTimeout: "200 ms", "MAILSLOT_WAIT_FOREVER".
std::string read_timeout_name(std::uint32_t ms);

// The return value of a wait: "WAIT_OBJECT_0", "WAIT_TIMEOUT", "WAIT_FAILED", ...
std::string wait_result_name(std::uint32_t result);

}  // namespace lab::text
