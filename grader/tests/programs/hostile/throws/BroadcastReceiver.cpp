// expected: crashed uncaught_exception: throws what is not caught.
#include <stdio.h>

int main()
{
    throw 1;
}
