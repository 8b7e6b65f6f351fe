// also-right: streams, exceptions and owned handles, with the C++ runtime in DLLs | build: dynamic
#include <windows.h>

#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <system_error>

class Process {
public:
    explicit Process(std::wstring commandLine)
    {
        STARTUPINFOW startup{};
        startup.cb = sizeof startup;
        PROCESS_INFORMATION info{};
        if (!CreateProcessW(nullptr, commandLine.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr, &startup, &info))
            throw std::runtime_error("Unable to start, error " + std::to_string(GetLastError()));
        process_.reset(info.hProcess);
        thread_.reset(info.hThread);
    }

    bool signaledWithin(DWORD milliseconds) const
    {
        switch (WaitForSingleObject(process_.get(), milliseconds)) {
        case WAIT_OBJECT_0: return true;
        case WAIT_TIMEOUT: return false;
        default: throw std::runtime_error("Unable to wait, error " + std::to_string(GetLastError()));
        }
    }

    DWORD exitCode() const
    {
        DWORD code = 0;
        if (!GetExitCodeProcess(process_.get(), &code)) throw std::runtime_error("Unable to get the exit code");
        return code;
    }

private:
    struct Closer {
        void operator()(void* handle) const { CloseHandle(handle); }
    };
    std::unique_ptr<void, Closer> process_, thread_;
};

int wmain(int argc, wchar_t** argv)
try {
    if (argc != 3) throw std::invalid_argument("two arguments, please");
    const auto patience = static_cast<DWORD>(std::stoul(argv[1]));
    const Process child(argv[2]);
    const auto tell = [&] { std::cout << (child.signaledWithin(0) ? "Signaled" : "Non-Signaled") << std::endl; };

    tell();
    if (!child.signaledWithin(patience)) {
        std::cout << "Timeout" << std::endl;
        child.signaledWithin(INFINITE);
    }
    tell();
    tell();
    std::cout << "exit code: " << child.exitCode() << std::endl;
    return 0;
} catch (const std::exception& error) {
    std::cout << error.what() << std::endl;
    return 1;
}
