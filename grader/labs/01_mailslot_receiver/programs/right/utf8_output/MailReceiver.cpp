// also-right: output as UTF-8, so that Korean comes out whatever the code page
#include <windows.h>
#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <wchar.h>

int wmain()
{
    wchar_t text[2001];
    DWORD bytes;

    _setmode(_fileno(stdout), _O_U8TEXT);
    HANDLE slot = CreateMailslotW(L"\\\\.\\mailslot\\mailbox", 0, MAILSLOT_WAIT_FOREVER, NULL);
    if (slot == INVALID_HANDLE_VALUE)
    {
        wprintf(L"Unable to create mailslot: error %lu\n", GetLastError());
        return 1;
    }
    for (;;)
    {
        if (!ReadFile(slot, text, 4000, &bytes, NULL))
        {
            wprintf(L"Unable to read: error %lu\n", GetLastError());
            CloseHandle(slot);
            return 1;
        }
        text[bytes / 2] = L'\0';
        text[wcscspn(text, L"\r\n")] = L'\0';
        if (wcscmp(text, L"exit") == 0)
            break;
        fputws(text, stdout);
        fputwc(L'\n', stdout);
        fflush(stdout);
    }
    wprintf(L"GoodBye!\n");
    CloseHandle(slot);
}
