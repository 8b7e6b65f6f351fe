// also-right: std::thread, and GetMailslotInfo asked again and again with a sleep between
#include <windows.h>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <string>
#include <thread>

static std::atomic<bool> over{false};

static void hear(HANDLE slot)
{
    while (!over) {
        DWORD size = 0, count = 0, got = 0;
        if (!GetMailslotInfo(slot, nullptr, &size, &count, nullptr)) return;
        if (size == MAILSLOT_NO_MESSAGE) {
            Sleep(30);
            continue;
        }
        std::string text(size + 1, '\0');
        if (!ReadFile(slot, &text[0], size + 1, &got, nullptr)) return;
        text.resize(got);
        std::printf("%s\n", text.c_str());
    }
}

static bool tell(const std::string& where, const std::string& what)
{
    HANDLE slot = CreateFileA(where.c_str(), GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (slot == INVALID_HANDLE_VALUE) return false;
    DWORD written = 0;
    const bool sent = WriteFile(slot, what.data(), (DWORD)what.size(), &written, nullptr);
    CloseHandle(slot);
    return sent;
}

int main(int argc, char** argv)
{
    if (argc != 3) return 1;
    const std::string prefix = "\\\\.\\mailslot\\chat\\";
    HANDLE slot = CreateMailslotA((prefix + argv[1]).c_str(), 0, 0, nullptr);
    if (slot == INVALID_HANDLE_VALUE) {
        std::puts("Unable to create mailslot");
        return 1;
    }
    std::thread listener(hear, slot);
    char line[256];
    while (std::fgets(line, sizeof line, stdin)) {
        std::string text(line);
        text.erase(text.find_last_not_of("\r\n") + 1);
        if (text == "exit") break;
        if (!tell(prefix + argv[2], text)) std::puts("Not sent");
    }
    over = true;
    listener.join();
    CloseHandle(slot);
    return 0;
}
