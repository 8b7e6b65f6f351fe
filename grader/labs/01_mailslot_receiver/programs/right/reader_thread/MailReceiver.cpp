// also-right: a std::thread reads, and main waits for it with join
#include <windows.h>
#include <cstdio>
#include <string>
#include <thread>

static int receive(HANDLE slot)
{
    std::string text(8192, '\0');
    for (DWORD bytes = 0; ReadFile(slot, &text[0], (DWORD)text.size(), &bytes, nullptr);) {
        std::string message(text, 0, bytes);
        message.erase(message.find_last_not_of(std::string("\0\r\n", 3)) + 1);
        if (message == "exit") {
            std::puts("GoodBye!");
            return 0;
        }
        std::printf("%s\n", message.c_str());
    }
    std::printf("Unable to read: error %lu\n", GetLastError());
    return 1;
}

int main()
{
    HANDLE slot = CreateMailslotA("\\\\.\\mailslot\\mailbox", 0, MAILSLOT_WAIT_FOREVER, nullptr);
    if (slot == INVALID_HANDLE_VALUE) {
        std::puts("Unable to create mailslot");
        return 1;
    }
    int result = 1;
    std::thread reader([&] { result = receive(slot); });
    reader.join();
    CloseHandle(slot);
    return result;
}
