// also-right: an ordinary main, a copy of just the text, and ExitProcess at the end
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>

int main()
{
    TCHAR line[210];
    DWORD written = 0;
    UINT code = 0;
    HANDLE slot = CreateFile(TEXT("\\\\.\\mailslot\\mailbox"), GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (slot == INVALID_HANDLE_VALUE)
    {
        printf("unable to open mailslot\n");
        ExitProcess(1);
    }
    while (_fgetts(line, 210, stdin) != NULL)
    {
        size_t length = _tcscspn(line, TEXT("\r\n"));
        TCHAR *text = (TCHAR *)malloc(length * sizeof(TCHAR) + sizeof(TCHAR));
        memcpy(text, line, length * sizeof(TCHAR));
        text[length] = 0;
        BOOL ok = WriteFile(slot, text, (DWORD)(length * sizeof(TCHAR)), &written, NULL);
        BOOL end = lstrcmp(text, TEXT("exit")) == 0;
        free(text);
        if (!ok)
        {
            printf("unable to write\n");
            code = 1;
            break;
        }
        if (end)
        {
            printf("Goodbye!\n");
            break;
        }
    }
    CloseHandle(slot);
    fflush(stdout);
    ExitProcess(code);
}
