// expected: not_gradable patched: patches a function of the probe so that it returns at once.
#include <windows.h>

extern "C" void *__imp_CreateMailslotW;

int main()
{
    BYTE *hook = (BYTE *)__imp_CreateMailslotW;
    DWORD old;
    VirtualProtect(hook, 1, PAGE_EXECUTE_READWRITE, &old);
    *hook = 0xC3;
    CreateMailslotW(L"\\.\mailslot\mailbox", 0, MAILSLOT_WAIT_FOREVER, NULL);
    return 0;
}
