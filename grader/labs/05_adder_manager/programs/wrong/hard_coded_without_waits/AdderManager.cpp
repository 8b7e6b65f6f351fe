// known-wrong: starts the workers, and prints numbers that it knew before without waiting | caught by: AdderManager.WaitsForBothWorkers AdderManager.BelievesAnExitCodeOf259
#include <windows.h>
#include <iostream>
#include <string>

static bool go(const std::string& range) {
    std::string line = "PartAdder " + range;
    STARTUPINFOA si = {};
    PROCESS_INFORMATION pi = {};
    si.cb = sizeof(si);
    if (!CreateProcessA("PartAdder.exe", line.data(), NULL, NULL, FALSE, 0, NULL, NULL, &si, &pi)) {
        std::cout << "Unable to start PartAdder " << range << ": " << GetLastError() << "\n";
        return false;
    }
    CloseHandle(pi.hProcess);
    CloseHandle(pi.hThread);
    return true;
}

int main() {
    if (!go("1 5") || !go("6 10")) return -1;
    int a = 1 + 2 + 3 + 4 + 5, b = 6 + 7 + 8 + 9 + 10;
    std::cout << "return_val1: " << a << "\n";
    std::cout << "return_val2: " << b << "\n";
    std::cout << "total: " << a + b << "\n";
    return 0;
}
