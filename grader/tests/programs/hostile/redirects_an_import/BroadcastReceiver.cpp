// expected: not_gradable patched: redirects an import to its own function.
#include <windows.h>

extern "C" void *__imp_GetComputerNameW;
static BOOL WINAPI mine(wchar_t *name, DWORD *size)
{
    name[0] = 0;
    *size = 0;
    return TRUE;
}

int main()
{
    void **slot = (void **)&__imp_GetComputerNameW;
    DWORD old;
    VirtualProtect(slot, sizeof *slot, PAGE_READWRITE, &old);
    *slot = (void *)&mine;
    wchar_t name[16];
    DWORD size = 16;
    GetComputerNameW(name, &size);
    return 0;
}
