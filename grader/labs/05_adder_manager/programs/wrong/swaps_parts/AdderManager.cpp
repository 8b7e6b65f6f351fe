// known-wrong: prints the second worker's part as return_val1 | caught by: AdderManager.PrintsPartsAndTotal AdderManager.AddsWhatTheWorkersReturn AdderManager.BelievesAnExitCodeOf259 AdderManager.WorksWithYourPartAdder
#include <windows.h>
#include <iostream>
#include <memory>
#include <stdexcept>

struct HandleCloser {
    using pointer = HANDLE;
    void operator()(HANDLE handle) const { CloseHandle(handle); }
};
using Handle = std::unique_ptr<HANDLE, HandleCloser>;

struct Worker {
    Handle process, thread;
};

static Worker start(const char* arguments) {
    std::string command = std::string("PartAdder ") + arguments;
    STARTUPINFOA si{};
    si.cb = sizeof(si);
    PROCESS_INFORMATION pi{};
    if (!CreateProcessA(nullptr, command.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr, &si, &pi))
        throw std::runtime_error("Unable to start: error " + std::to_string(GetLastError()));
    return {Handle(pi.hProcess), Handle(pi.hThread)};
}

static DWORD join(const Worker& worker) {
    DWORD code = 0;
    if (WaitForSingleObject(worker.process.get(), INFINITE) != WAIT_OBJECT_0) throw std::runtime_error("wait");
    if (!GetExitCodeProcess(worker.process.get(), &code)) throw std::runtime_error("exit code");
    if (code >= 0x80000000) throw std::runtime_error("a worker failed");
    return code;
}

int main() try {
    Worker low = start("1 5");
    Worker high = start("6 10");
    const DWORD one = join(high);
    const DWORD two = join(low);
    std::cout << "return_val1: " << one << "\nreturn_val2: " << two << "\ntotal: " << one + two << "\n";
    return 0;
} catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return -1;
}
