// expected: not_gradable below_windows: wants the loader to tell the probe of no more modules.
#include <windows.h>
#include <stdio.h>

int main()
{
    typedef LONG(WINAPI * Unsubscribe)(void *);
    Unsubscribe stop = (Unsubscribe)(void *)GetProcAddress(GetModuleHandleA("ntdll.dll"), "LdrUnregisterDllNotification");
    printf("%d\n", stop != NULL);
    return 0;
}
