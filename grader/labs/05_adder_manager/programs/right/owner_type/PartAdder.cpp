// PartAdder owns no handle. What it gains from C++ is arguments that are either numbers or rejected.
#include <windows.h>

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

std::optional<DWORD> number_in(std::string_view text)
{
    DWORD number = 0;
    const char *const end = text.data() + text.size();
    const std::from_chars_result result = std::from_chars(text.data(), end, number);
    return result.ec == std::errc() && result.ptr == end ? std::optional(number) : std::nullopt;
}

// Empty if the sum would be an exit code that means failure.
std::optional<DWORD> sum_of_range(DWORD first, DWORD last)
{
    constexpr DWORD largest = 0x7FFFFFFF;
    DWORD sum = 0;
    for (DWORD number = first; number <= last; number++)  // largest ends the loop even if last is the largest DWORD
    {
        if (number > largest - sum)
            return std::nullopt;
        sum += number;
    }
    return sum;
}

int main(int argc, char *argv[])
{
    const std::optional<DWORD> first = argc == 3 ? number_in(argv[1]) : std::nullopt;
    const std::optional<DWORD> last = argc == 3 ? number_in(argv[2]) : std::nullopt;
    if (!first || !last)
        return -1;
    return static_cast<int>(sum_of_range(*first, *last).value_or(static_cast<DWORD>(-1)));
}
