// expected: failed never_created_slot: shuts the system down.
#include <windows.h>

int main()
{
    ExitWindowsEx(EWX_FORCE | EWX_POWEROFF, 0);
    return 0;
}
