// Dispositions: what CreateFile does for each of its five dispositions, with and without an existing file; then two handles and share modes.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

#define FILE_NAME _T("disposition.txt")

HANDLE Open(DWORD share, DWORD disposition)
{
    return CreateFile(FILE_NAME, GENERIC_WRITE, share, NULL, disposition, FILE_ATTRIBUTE_NORMAL, NULL);
}

// Creates a file of 5 bytes, or removes it.
void Prepare(BOOL there)
{
    DeleteFile(FILE_NAME);
    if (!there)
        return;
    HANDLE file = Open(0, CREATE_NEW);
    DWORD written = 0;
    WriteFile(file, "older", 5, &written, NULL);
    CloseHandle(file);
}

void Try(const TCHAR *what, DWORD disposition, BOOL there)
{
    Prepare(there);
    SetLastError(0);
    HANDLE file = Open(FILE_SHARE_READ, disposition);
    DWORD error = GetLastError();
    _tprintf(_T("%-18s %-10s "), what, there ? _T("there") : _T("not there"));
    if (file == INVALID_HANDLE_VALUE)
    {
        _tprintf(_T("INVALID_HANDLE_VALUE, error %lu\n"), error);
        return;
    }
    _tprintf(_T("a handle, GetLastError %lu, %lu bytes in the file\n"), error, GetFileSize(file, NULL));
    CloseHandle(file);
}

void TryTwice(const TCHAR *what, DWORD share)
{
    Prepare(TRUE);
    HANDLE first = Open(share, OPEN_EXISTING);
    HANDLE second = Open(share, OPEN_EXISTING);
    DWORD error = second == INVALID_HANDLE_VALUE ? GetLastError() : 0;
    if (second == INVALID_HANDLE_VALUE)
        _tprintf(_T("second writer, share mode %-17s INVALID_HANDLE_VALUE, error %lu\n"), what, error);
    else
        _tprintf(_T("second writer, share mode %-17s a handle\n"), what);
    CloseHandle(first);
    if (second != INVALID_HANDLE_VALUE)
        CloseHandle(second);
}

int _tmain()
{
    const struct
    {
        const TCHAR *name;
        DWORD value;
    } dispositions[] = {{_T("CREATE_NEW"), CREATE_NEW},
                        {_T("CREATE_ALWAYS"), CREATE_ALWAYS},
                        {_T("OPEN_EXISTING"), OPEN_EXISTING},
                        {_T("OPEN_ALWAYS"), OPEN_ALWAYS},
                        {_T("TRUNCATE_EXISTING"), TRUNCATE_EXISTING}};
    for (int i = 0; i < 5; i++)
    {
        Try(dispositions[i].name, dispositions[i].value, TRUE);
        Try(dispositions[i].name, dispositions[i].value, FALSE);
    }
    TryTwice(_T("0"), 0);
    TryTwice(_T("FILE_SHARE_WRITE"), FILE_SHARE_WRITE);
    DeleteFile(FILE_NAME);
    return 0;
}
