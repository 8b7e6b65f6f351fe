// also-right: at the end, main cancels the read in which the other thread is waiting, until that thread has ended
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

static DWORD WINAPI Listen(LPVOID parameter)
{
    HANDLE slot = (HANDLE)parameter;
    wchar_t text[512];
    DWORD bytes;
    while (ReadFile(slot, text, sizeof(text) - sizeof(wchar_t), &bytes, NULL)) {
        text[bytes / sizeof(wchar_t)] = 0;
        _putws(text);
        fflush(stdout);
    }
    return 0;
}

int wmain(int argc, wchar_t **argv)
{
    wchar_t mine[128], theirs[128], line[300];
    if (argc < 3)
        return 1;
    swprintf(mine, 128, L"\\\\.\\mailslot\\chat\\%ls", argv[1]);
    swprintf(theirs, 128, L"\\\\.\\mailslot\\chat\\%ls", argv[2]);

    HANDLE slot = CreateMailslotW(mine, 0, MAILSLOT_WAIT_FOREVER, NULL);
    if (slot == INVALID_HANDLE_VALUE) {
        wprintf(L"Unable to create mailslot\n");
        return 1;
    }
    HANDLE thread = CreateThread(NULL, 0, Listen, slot, 0, NULL);
    while (fgetws(line, 300, stdin)) {
        line[wcscspn(line, L"\n")] = 0;
        if (!wcscmp(line, L"exit"))
            break;
        HANDLE peer = CreateFileW(theirs, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
        DWORD written;
        if (peer == INVALID_HANDLE_VALUE) {
            wprintf(L"Not sent\n");
            continue;
        }
        if (!WriteFile(peer, line, (DWORD)(wcslen(line) * 2), &written, NULL))
            wprintf(L"Not sent\n");
        CloseHandle(peer);
    }
    do
        CancelIoEx(slot, NULL);
    while (WaitForSingleObject(thread, 50) == WAIT_TIMEOUT);
    CloseHandle(thread);
    CloseHandle(slot);
    return 0;
}
