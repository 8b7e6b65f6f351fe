// expected: not_gradable below_windows: asks for a function below the Windows API.
#include <windows.h>
#include <stdio.h>

int main()
{
    typedef LONG(WINAPI * Open)(HANDLE *, DWORD, void *, void *);
    Open open = (Open)(void *)GetProcAddress(GetModuleHandleA("ntdll.dll"), "NtOpenProcess");
    printf("%d\n", open != NULL);
    return 0;
}
