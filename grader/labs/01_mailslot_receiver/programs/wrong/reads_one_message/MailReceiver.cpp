// known-wrong: reads one message and ends | caught by: MailReceiver.PrintsEveryMessageInOrder
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

static const wchar_t slotName[] = L"\\\\.\\mailslot\\mailbox";

int wmain(void)
{
    wchar_t text[1024];
    DWORD got;
    HANDLE slot;

    slot = CreateMailslotW(slotName, 0, MAILSLOT_WAIT_FOREVER, NULL);
    if (slot == INVALID_HANDLE_VALUE) {
        wprintf(L"Unable to create mailslot, error %lu\n", GetLastError());
        return 1;
    }
    for (;;) {
        if (!ReadFile(slot, text, sizeof(text) - sizeof(text[0]), &got, NULL)) {
            wprintf(L"Unable to read, error %lu\n", GetLastError());
            CloseHandle(slot);
            return 1;
        }
        text[got / sizeof(wchar_t)] = L'\0';
        text[wcscspn(text, L"\r\n")] = L'\0';
        if (wcscmp(text, L"exit") == 0)
            break;
        _putws(text);
        break;
    }
    CloseHandle(slot);
    _putws(L"GoodBye!");
    return 0;
}
