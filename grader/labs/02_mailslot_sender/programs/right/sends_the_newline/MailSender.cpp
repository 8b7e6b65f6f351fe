// also-right: sends each line with its newline, and compares with exit and its newline
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

int wmain()
{
    wchar_t line[400];
    DWORD written;
    HANDLE slot = CreateFileW(L"\\\\.\\mailslot\\mailbox", GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING,
                              FILE_ATTRIBUTE_NORMAL, NULL);
    if (slot == INVALID_HANDLE_VALUE) {
        fputws(L"Unable to create mailslot!\n", stdout);
        return 1;
    }
    for (;;) {
        fputws(L"MAIL> ", stdout);
        fflush(stdout);
        if (fgetws(line, 400, stdin) == NULL)
            break;
        if (!WriteFile(slot, line, (DWORD)(wcslen(line) * 2), &written, NULL)) {
            wprintf(L"Unable to write: error %lu\n", GetLastError());
            CloseHandle(slot);
            return 1;
        }
        if (wcscmp(line, L"exit\n") == 0 || wcscmp(line, L"exit") == 0) {
            wprintf(L"GoodBye!\n");
            break;
        }
    }
    CloseHandle(slot);
    return 0;
}
