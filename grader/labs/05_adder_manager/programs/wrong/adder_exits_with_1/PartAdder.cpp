// known-wrong: wrong arguments end with exit code 1 instead of -1 | caught by: PartAdder.RefusesWrongArguments
#include <iostream>
#include <string>

static bool parse(const char* text, unsigned long long& value) {
    const std::string digits = text;
    if (digits.empty() || digits.size() > 10 || digits.find_first_not_of("0123456789") != std::string::npos) return false;
    value = std::stoull(digits);
    return value <= 0xFFFFFFFFull;
}

int main(int argc, char** argv) {
    unsigned long long first = 0, last = 0, sum = 0;
    if (argc != 3 || !parse(argv[1], first) || !parse(argv[2], last)) {
        std::cerr << "usage: PartAdder FIRST LAST\n";
        return 1;
    }
    for (; first <= last; ++first) {
        sum += first;
        if (sum > 0x7FFFFFFF) {
            std::cerr << "too large\n";
            return 1;
        }
    }
    return static_cast<int>(sum);
}
