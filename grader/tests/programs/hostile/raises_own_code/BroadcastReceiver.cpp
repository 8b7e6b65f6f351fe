// expected: crashed crashed: raises an exception of its own that is not caught.
#include <windows.h>

int main()
{
    RaiseException(0xE0001234, 0, 0, NULL);
    return 0;
}
