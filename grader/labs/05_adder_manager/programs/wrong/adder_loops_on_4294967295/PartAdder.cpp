// known-wrong: rejects what is not a number, but i <= end is always true when end is 4294967295 | caught by: PartAdder.RefusesWrongArguments
#include <windows.h>
#include <cstdio>
#include <cstdlib>
#include <cwchar>

static bool number(const wchar_t* text, unsigned* value) {
    if (*text < L'0' || *text > L'9') return false;
    wchar_t* rest = nullptr;
    unsigned long long wide = std::wcstoull(text, &rest, 10);
    *value = static_cast<unsigned>(wide);
    return *rest == 0 && wide <= 0xFFFFFFFFull;
}

int wmain(int argc, wchar_t** argv) {
    unsigned begin = 0, end = 0;
    if (argc != 3 || !number(argv[1], &begin) || !number(argv[2], &end)) return -1;
    unsigned long long sum = 0;
    for (unsigned i = begin; i <= end; ++i) {
        sum += i;
        if (i % 100000000 == 0) std::putchar('.');
    }
    if (sum > 0x7FFFFFFF) return -1;
    return static_cast<int>(sum);
}
