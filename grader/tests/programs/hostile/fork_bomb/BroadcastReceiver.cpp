// expected: timed_out flooded: starts copies of itself endlessly, and each copy does the same.
#include <windows.h>

int main()
{
    wchar_t self[MAX_PATH];
    GetModuleFileNameW(NULL, self, MAX_PATH);
    for (;;) {
        STARTUPINFOW startup = {};
        PROCESS_INFORMATION child;
        startup.cb = sizeof startup;
        CreateProcessW(self, NULL, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &child);
    }
}
