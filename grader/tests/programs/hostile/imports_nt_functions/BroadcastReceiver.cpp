// expected: not_gradable below_windows: imports a function below the Windows API.
#include <windows.h>

extern "C" __declspec(dllimport) LONG WINAPI NtOpenSection(HANDLE *, DWORD, void *);
#pragma comment(lib, "ntdll")

int main()
{
    HANDLE section = NULL;
    return NtOpenSection(&section, 4, NULL) != 0;
}
