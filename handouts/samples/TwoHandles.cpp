// TwoHandles: the receiver's handle to a mailslot and the sender's, and what each of them can do.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

#define SLOT_NAME _T("\\\\.\\mailslot\\handouts\\TwoHandles")

HANDLE OpenForWriting()
{
    return CreateFile(SLOT_NAME, GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
}

void Tell(const TCHAR *what, BOOL succeeded)
{
    _tprintf(_T("%-46s %s\n"), what, succeeded ? _T("TRUE") : _T("FALSE"));
}

int _tmain()
{
    HANDLE receiver = CreateMailslot(SLOT_NAME, 0, 0, NULL);
    HANDLE sender = OpenForWriting();
    char message[10];
    DWORD bytes = 0;

    Tell(_T("WriteFile with the sender's handle"), WriteFile(sender, "hello", 5, &bytes, NULL));
    Tell(_T("ReadFile with the sender's handle"), ReadFile(sender, message, sizeof(message), &bytes, NULL));
    Tell(_T("WriteFile with the receiver's handle"), WriteFile(receiver, "hello", 5, &bytes, NULL));
    Tell(_T("ReadFile with the receiver's handle"), ReadFile(receiver, message, sizeof(message), &bytes, NULL));

    CloseHandle(sender);
    sender = OpenForWriting();
    Tell(_T("sender closed its handle: opened once more"), sender != INVALID_HANDLE_VALUE);
    CloseHandle(sender);
    CloseHandle(receiver);
    Tell(_T("receiver closed its handle: opened once more"), OpenForWriting() != INVALID_HANDLE_VALUE);
    _tprintf(_T("... and GetLastError says %lu\n"), GetLastError());
    return 0;
}
