// also-right: main reads the lines, and a separate thread writes them
#include <windows.h>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <mutex>
#include <string>
#include <thread>

static std::mutex guard;
static std::condition_variable changed;
static std::deque<std::wstring> lines;
static bool ended = false, failed = false;

static void write_lines(HANDLE slot)
{
    std::unique_lock<std::mutex> lock(guard);
    for (;;) {
        changed.wait(lock, [] { return ended || !lines.empty(); });
        if (lines.empty()) return;
        const std::wstring line = lines.front();
        lines.pop_front();
        DWORD written = 0;
        if (!WriteFile(slot, line.data(), DWORD(line.size() * sizeof(wchar_t)), &written, nullptr)) {
            std::printf("Unable to write: error %lu\n", GetLastError());
            failed = true;
            lines.clear();
        }
        changed.notify_all();
        if (failed) return;
    }
}

int main()
{
    HANDLE slot = CreateFileW(L"\\\\.\\mailslot\\mailbox", GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING, 0, nullptr);
    if (slot == INVALID_HANDLE_VALUE) {
        std::puts("Unable to open mailslot");
        return 1;
    }
    std::thread writer(write_lines, slot);
    wchar_t line[256];
    while (!failed && std::fgetws(line, 256, stdin)) {
        std::wstring text(line);
        while (!text.empty() && (text.back() == L'\n' || text.back() == L'\r')) text.pop_back();
        std::unique_lock<std::mutex> lock(guard);
        lines.push_back(text);
        changed.notify_all();
        changed.wait(lock, [] { return failed || lines.empty(); });
        if (text != L"exit" || failed) continue;
        std::puts("GoodBye!");
        break;
    }
    {
        std::lock_guard<std::mutex> lock(guard);
        ended = true;
        changed.notify_all();
    }
    writer.join();
    CloseHandle(slot);
    return failed ? 1 : 0;
}
