// expected: not_gradable patched: patches a system function so that it returns at once.
#include <windows.h>

int main()
{
    BYTE *function = (BYTE *)(void *)GetProcAddress(GetModuleHandleA("kernelbase.dll"), "SetLastError");
    DWORD old;
    VirtualProtect(function, 1, PAGE_EXECUTE_READWRITE, &old);
    *function = 0xC3;
    return 0;
}
