// expected: not_gradable below_windows: tries to stop the loader from notifying the probe of modules.
#include <windows.h>
#include <stdio.h>

int main()
{
    typedef LONG(WINAPI * Unsubscribe)(void *);
    Unsubscribe stop = (Unsubscribe)(void *)GetProcAddress(GetModuleHandleA("ntdll.dll"), "LdrUnregisterDllNotification");
    printf("%d\n", stop != NULL);
    return 0;
}
