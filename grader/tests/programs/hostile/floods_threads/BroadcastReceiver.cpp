// expected: timed_out flooded: starts threads until no more can be started.
#include <windows.h>

static DWORD WINAPI wait(void *)
{
    Sleep(INFINITE);
    return 0;
}

int main()
{
    while (CreateThread(NULL, 0, wait, NULL, 0, NULL) != NULL) {}
    Sleep(INFINITE);
    return 1;
}
