// expected: failed never_created_slot: starts Linux programs.
#include <windows.h>
#include <stdio.h>
#include <initializer_list>

int main()
{
    for (const wchar_t *path : {L"\\\\?\\unix\\bin\\sh", L"\\\\?\\unix\\usr\\bin\\perl", L"Z:\\bin\\sh"}) {
        wchar_t line[] = L"sh -c 'sleep 1000 &'";
        STARTUPINFOW startup = {};
        PROCESS_INFORMATION child;
        startup.cb = sizeof startup;
        printf("%d\n", CreateProcessW(path, line, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &child));
    }
    return 0;
}
