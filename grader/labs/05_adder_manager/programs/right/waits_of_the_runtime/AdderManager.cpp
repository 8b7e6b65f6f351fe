// also-right: what the C++ runtime waits with: threads, futures, condition variables, atomics
#include <windows.h>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>
#include <stdio.h>

static PROCESS_INFORMATION g_worker[2];

static bool Start(const wchar_t *line, PROCESS_INFORMATION *worker)
{
    STARTUPINFOW si = {};
    wchar_t writable[32];

    si.cb = sizeof(si);
    lstrcpyW(writable, line);
    if (CreateProcessW(NULL, writable, NULL, NULL, FALSE, 0, NULL, NULL, &si, worker))
        return true;
    printf("Unable to start, error %lu\n", GetLastError());
    return false;
}

static void Close(const PROCESS_INFORMATION &worker)
{
    CloseHandle(worker.hThread);
    CloseHandle(worker.hProcess);
}

static bool Wait(HANDLE process)
{
    return WaitForSingleObject(process, INFINITE) == WAIT_OBJECT_0;
}

using namespace std::chrono_literals;

// The threads wait for the workers; main waits for the threads.
static bool WaitForBoth()
{
    std::mutex guard;
    std::condition_variable ended;
    std::atomic<int> left(2);
    std::promise<void> first_ended;
    const auto one = [&](HANDLE process) {
        const bool ok = Wait(process);
        std::scoped_lock hold(guard);
        if (left.fetch_sub(1) == 2)
            first_ended.set_value();
        left.notify_all();
        ended.notify_all();
        return ok;
    };
    std::future<bool> one_ok = std::async(std::launch::async, one, g_worker[0].hProcess);
    std::packaged_task<bool()> other([&] { return one(g_worker[1].hProcess); });
    std::future<bool> other_ok = other.get_future();
    std::thread thread(std::move(other));
    first_ended.get_future().wait();
    {
        std::unique_lock hold(guard);
        while (!ended.wait_until(hold, std::chrono::steady_clock::now() + 50ms, [&] { return left == 0; }))
            ;
    }
    for (int seen = left; seen; seen = left)
        left.wait(seen);
    while (one_ok.wait_for(100ms) != std::future_status::ready)
        ;
    thread.join();
    std::this_thread::sleep_for(20ms);
    return one_ok.get() && other_ok.get();
}

int main()
{
    DWORD code[2] = {};
    int result = -1;

    if (!Start(L"PartAdder 1 5", &g_worker[0]))
        return -1;
    if (!Start(L"PartAdder 6 10", &g_worker[1])) {
        Close(g_worker[0]);
        return -1;
    }
    if (WaitForBoth() && GetExitCodeProcess(g_worker[0].hProcess, &code[0]) &&
        GetExitCodeProcess(g_worker[1].hProcess, &code[1]) && code[0] < 0x80000000 && code[1] < 0x80000000) {
        printf("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n", code[0], code[1], code[0] + code[1]);
        result = 0;
    }
    Close(g_worker[0]);
    Close(g_worker[1]);
    return result;
}
