// expected: timed_out loops_forever or not_gradable interrupted: creates windows until no more can be created.
#include <windows.h>

int main()
{
    while (CreateWindowExW(0, L"STATIC", L"one more", 0, 0, 0, 1, 1, HWND_MESSAGE, NULL, NULL, NULL) != NULL) {}
    return 1;
}
