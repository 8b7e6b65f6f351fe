// known-wrong: adds 1..5 for the empty range 5 1 | caught by: PartAdder.AddsNothingForAnEmptyRange
#include <windows.h>
#include <tchar.h>
#include <algorithm>
#include <string>

using String = std::basic_string<TCHAR>;

static bool is_number(const String &s)
{
    return !s.empty() && s.size() <= 10 && s.find_first_not_of(_T("0123456789")) == String::npos;
}

int _tmain(int argc, TCHAR *argv[])
{
    if (argc != 3 || !is_number(argv[1]) || !is_number(argv[2]))
        return -1;
    long long a = std::stoll(argv[1]), b = std::stoll(argv[2]);
    if (a > b)
        std::swap(a, b);
    if (b > 0x7FFFFFFF)
        return -1;
    const long long sum = (a + b) * (b - a + 1) / 2;
    return sum > 0x7FFFFFFF ? -1 : static_cast<int>(sum);
}
