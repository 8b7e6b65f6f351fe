// also-right: wide streams and exceptions, with the C++ runtime in DLLs | build: dynamic
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <string>

namespace {

std::uint32_t parse(const std::wstring& text)
{
    const bool digits = std::all_of(text.begin(), text.end(), [](wchar_t c) { return c >= L'0' && c <= L'9'; });
    if (text.empty() || !digits) throw std::invalid_argument("not a number");
    const unsigned long long value = std::stoull(text);
    if (value > 0xFFFFFFFFull) throw std::out_of_range("too large");
    return static_cast<std::uint32_t>(value);
}

int add(std::uint64_t first, std::uint64_t last)
{
    std::uint64_t sum = 0;
    while (first <= last) {
        sum += first++;
        if (sum > 0x7FFFFFFF) throw std::overflow_error("the sum does not fit");
    }
    return static_cast<int>(sum);
}

}  // namespace

int wmain(int argc, wchar_t* argv[])
{
    try {
        if (argc != 3) throw std::invalid_argument("two numbers are needed");
        std::exit(add(parse(argv[1]), parse(argv[2])));
    } catch (const std::exception& error) {
        std::wcerr << L"PartAdder: " << error.what() << std::endl;
        return -1;
    }
}
