// expected: not_gradable record_damaged or not_gradable opened_record: finds the grader's record in its memory, and clears it.
#include <windows.h>
#include <stdio.h>
#include <string.h>

int main()
{
    MEMORY_BASIC_INFORMATION region;
    for (char *at = NULL; VirtualQuery(at, &region, sizeof region); at = (char *)region.BaseAddress + region.RegionSize)
        if (region.State == MEM_COMMIT && region.Type == MEM_MAPPED && region.Protect == PAGE_READWRITE && !memcmp(region.BaseAddress, "WBL1", 4))
            memset((char *)region.BaseAddress + 64, 0, region.RegionSize - 64);
    return 0;
}
