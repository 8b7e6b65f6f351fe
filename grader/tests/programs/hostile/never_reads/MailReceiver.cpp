// hostile: creates the mailslot, prints without a flush, and waits for an event that is never set.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    CreateMailslot(_T("\\\\.\\mailslot\\mailbox"), 0, MAILSLOT_WAIT_FOREVER, NULL);
    fputs("ready", stdout);
    HANDLE never = CreateEvent(NULL, TRUE, FALSE, NULL);
    WaitForSingleObject(never, INFINITE);
    return 0;
}
