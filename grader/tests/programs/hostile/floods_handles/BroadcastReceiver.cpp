// expected: not_gradable interrupted or timed_out loops_forever: creates events until no handles are left.
#include <windows.h>

int main()
{
    while (CreateEventW(NULL, TRUE, FALSE, NULL) != NULL) {}
    return 1;
}
