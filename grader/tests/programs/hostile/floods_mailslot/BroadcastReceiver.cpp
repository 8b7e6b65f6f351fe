// expected: timed_out flooded: writes to its own mailslot endlessly.
#include <windows.h>

int main()
{
    HANDLE slot = CreateMailslotW(L"\\\\.\\mailslot\\mailbox", 0, MAILSLOT_WAIT_FOREVER, NULL);
    HANDLE writer = CreateFileW(L"\\\\.\\mailslot\\mailbox", GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
    DWORD written;
    for (;;) WriteFile(writer, "more", 4, &written, NULL);
    return slot == NULL;
}
