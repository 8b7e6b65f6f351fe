// also-right: reads as many messages as GetMailslotInfo counts, sleeps a little, and looks again
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

int wmain()
{
    wchar_t message[2048];
    DWORD next, count, read;
    bool done = false;
    HANDLE slot = CreateMailslotW(L"\\\\.\\mailslot\\mailbox", 0, 0, NULL);
    if (slot == INVALID_HANDLE_VALUE) {
        fwprintf(stderr, L"Unable to create mailslot\n");
        return 1;
    }
    while (!done) {
        if (!GetMailslotInfo(slot, NULL, &next, &count, NULL)) {
            fwprintf(stderr, L"Unable to read: GetMailslotInfo says %lu\n", GetLastError());
            CloseHandle(slot);
            return 1;
        }
        while (count-- > 0 && !done) {
            if (!ReadFile(slot, message, sizeof message - sizeof *message, &read, NULL)) {
                fwprintf(stderr, L"Unable to read: ReadFile says %lu\n", GetLastError());
                CloseHandle(slot);
                return 1;
            }
            message[read / sizeof *message] = 0;
            while (read >= 2 && wcschr(L"\r\n", message[read / 2 - 1])) {
                read -= 2;
                message[read / 2] = 0;
            }
            if (!wcscmp(message, L"exit"))
                done = true;
            else
                wprintf(L"%ls\n", message);
        }
        if (!done)
            Sleep(100);
    }
    wprintf(L"Good bye!  GoodBye!\n");
    CloseHandle(slot);
    return 0;
}
