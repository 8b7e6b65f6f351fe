// expected: not_gradable patched: makes a function of the system return at once.
#include <windows.h>

int main()
{
    BYTE *function = (BYTE *)(void *)GetProcAddress(GetModuleHandleA("kernelbase.dll"), "SetLastError");
    DWORD old;
    VirtualProtect(function, 1, PAGE_EXECUTE_READWRITE, &old);
    *function = 0xC3;
    return 0;
}
