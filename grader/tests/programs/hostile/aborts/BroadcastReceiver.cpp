// expected: failed never_created_slot: calls abort.
#include <stdlib.h>

int main()
{
    abort();
}
