// also-right: a std::thread waits for each program, and the first to come back leaves its number
#include <windows.h>

#include <atomic>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

int wmain(int argc, wchar_t** argv)
{
    const int count = argc - 1;
    if (count > 64) {
        std::cout << "Too many programs, 64 are the most\n";
        return 1;
    }

    std::vector<HANDLE> processes;
    for (int i = 1; i <= count; ++i) {
        STARTUPINFOW startup{};
        startup.cb = sizeof startup;
        PROCESS_INFORMATION info{};
        std::wstring commandLine = std::wstring(L"\"") + argv[i] + L"\"";
        if (!CreateProcessW(nullptr, commandLine.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr, &startup, &info)) {
            std::cout << "Unable to start program " << i << ", error " << GetLastError() << std::endl;
            return 1;
        }
        CloseHandle(info.hThread);
        processes.push_back(info.hProcess);
    }

    std::atomic<int> first{0}, ended{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i)
        threads.emplace_back([&, i] {
            if (WaitForSingleObject(processes[i], INFINITE) != WAIT_OBJECT_0) return;
            int nobody = 0;
            first.compare_exchange_strong(nobody, i + 1);
            ++ended;
        });
    for (std::thread& thread : threads) thread.join();
    for (HANDLE process : processes) CloseHandle(process);

    if (ended != count) {
        std::cout << "Unable to wait" << std::endl;
        return 1;
    }
    std::cout << "first: " << first << "\nall: Signaled" << std::endl;
    return 0;
}
