// expected: failed never_created_slot: frees a block of memory twice.
#include <windows.h>

int main()
{
    void *piece = HeapAlloc(GetProcessHeap(), 0, 64);
    HeapFree(GetProcessHeap(), 0, piece);
    return HeapFree(GetProcessHeap(), 0, piece);
}
