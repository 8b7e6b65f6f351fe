// expected: timed_out blocked_forever: waits for a lock whose owner has exited.
#include <windows.h>

static DWORD WINAPI hold(void *section)
{
    EnterCriticalSection((CRITICAL_SECTION *)section);
    return 0;
}

int main()
{
    static CRITICAL_SECTION section;
    InitializeCriticalSection(&section);
    HANDLE thread = CreateThread(NULL, 0, hold, &section, 0, NULL);
    WaitForSingleObject(thread, INFINITE);
    EnterCriticalSection(&section);
    return 0;
}
