// also-right: both workers are started first, then a std::thread waits for each of them | build: static
#include <windows.h>
#include <cstdio>
#include <thread>

struct Job {
    PROCESS_INFORMATION info;
    DWORD code;

    bool start(const char* range) {
        char line[64];
        std::snprintf(line, sizeof line, "PartAdder %s", range);
        STARTUPINFOA si = {};
        si.cb = sizeof si;
        info = {};
        code = 0xFFFFFFFF;
        if (CreateProcessA(nullptr, line, nullptr, nullptr, FALSE, 0, nullptr, nullptr, &si, &info)) return true;
        std::printf("Unable to start %s (error %lu)\n", line, GetLastError());
        return false;
    }
    void wait() {
        if (WaitForSingleObject(info.hProcess, INFINITE) == WAIT_OBJECT_0) GetExitCodeProcess(info.hProcess, &code);
    }
    void close() {
        CloseHandle(info.hThread);
        CloseHandle(info.hProcess);
    }
};

int main() {
    Job low, high;
    if (!low.start("1 5")) return -1;
    if (!high.start("6 10")) {
        low.wait();
        low.close();
        return -1;
    }
    std::thread first([&] { low.wait(); });
    std::thread second([&] { high.wait(); });
    first.join();
    second.join();
    low.close();
    high.close();
    if (low.code >= 0x80000000 || high.code >= 0x80000000) return -1;
    std::printf("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n", low.code, high.code, low.code + high.code);
    return 0;
}
