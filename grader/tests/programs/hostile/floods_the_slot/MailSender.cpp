// hostile: writes the same message forever, whatever is typed.
#include <windows.h>
#include <tchar.h>

int _tmain()
{
    HANDLE slot = CreateFile(_T("\\\\.\\mailslot\\mailbox"), GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    DWORD written = 0;
    for (;;)
        WriteFile(slot, _T("more"), 4 * sizeof(TCHAR), &written, NULL);
}
