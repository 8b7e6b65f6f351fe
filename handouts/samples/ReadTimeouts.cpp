// ReadTimeouts: what ReadFile returns when the mailslot is empty, for each kind of lReadTimeout.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

#define SLOT_NAME _T("\\\\.\\mailslot\\handouts\\ReadTimeouts")

// Writes one message after half a second, so that a read without a time-out returns.
DWORD WINAPI WriteLate(void *)
{
    Sleep(500);
    HANDLE slot = CreateFile(SLOT_NAME, GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    DWORD written = 0;
    WriteFile(slot, "late", 4, &written, NULL);
    CloseHandle(slot);
    return 0;
}

void Try(const TCHAR *what, DWORD readTimeout)
{
    HANDLE slot = CreateMailslot(SLOT_NAME, 0, readTimeout, NULL);
    HANDLE writer = readTimeout == MAILSLOT_WAIT_FOREVER ? CreateThread(NULL, 0, WriteLate, NULL, 0, NULL) : NULL;

    char message[100];
    DWORD bytes = 0;
    ULONGLONG began = GetTickCount64();
    BOOL received = ReadFile(slot, message, sizeof(message), &bytes, NULL);
    DWORD error = received ? 0 : GetLastError();
    BOOL waited = GetTickCount64() - began >= 150;

    _tprintf(_T("%-22s %s: "), what, waited ? _T("after a while") : _T("at once      "));
    if (received)
        _tprintf(_T("TRUE, %lu bytes\n"), bytes);
    else
        _tprintf(_T("FALSE, error %lu\n"), error);

    if (writer != NULL)
    {
        WaitForSingleObject(writer, INFINITE);
        CloseHandle(writer);
    }
    CloseHandle(slot);
}

int _tmain()
{
    Try(_T("0"), 0);
    Try(_T("200"), 200);
    Try(_T("MAILSLOT_WAIT_FOREVER"), MAILSLOT_WAIT_FOREVER);
    return 0;
}
