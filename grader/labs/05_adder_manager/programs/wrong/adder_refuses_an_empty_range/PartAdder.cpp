// known-wrong: treats an empty range as an error | caught by: PartAdder.AddsNothingForAnEmptyRange
#include <iostream>
#include <sstream>
#include <cstdint>

static bool to_number(const wchar_t* text, std::uint64_t& value) {
    std::wistringstream in(text);
    return in.peek() >= L'0' && in.peek() <= L'9' && in >> value && in.peek() == std::wistringstream::traits_type::eof() &&
           value <= 0xFFFFFFFF;
}

int wmain(int argc, wchar_t* argv[]) {
    std::uint64_t from = 0, to = 0;
    if (argc != 3 || !to_number(argv[1], from) || !to_number(argv[2], to) || from > to) {
        std::wcerr << L"PartAdder FIRST LAST" << std::endl;
        return -1;
    }
    std::uint64_t sum = 0;
    while (from <= to && sum <= 0x7FFFFFFF) sum += from++;
    return sum <= 0x7FFFFFFF ? static_cast<int>(sum) : -1;
}
