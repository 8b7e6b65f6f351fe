// expected: failed never_created_slot: leaves files wherever it can.
#include <windows.h>
#include <stdio.h>
#include <initializer_list>

int main()
{
    for (const char *place : {"Z:\\tmp\\left", "\\\\?\\unix\\lab\\prefix\\left", "\\\\?\\unix\\usr\\left", "\\\\?\\unix\\lab\\runs\\left", "C:\\windows\\left",
                              "\\\\?\\unix\\tmp\\hostile-left"}) {
        FILE *opened = fopen(place, "wb");
        if (opened != NULL) fclose(opened);
    }
    return 0;
}
