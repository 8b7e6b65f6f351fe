// also-right: sends each line with its newline, and compares with exit and its newline
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain(int argc, TCHAR *argv[])
{
    TCHAR text[1100], name[64 + MAX_COMPUTERNAME_LENGTH];
    DWORD written;
    int code = 0;

    if (argc > 1 && _tcslen(argv[1]) > MAX_COMPUTERNAME_LENGTH)
        return 1;
    _tcscpy_s(name, _countof(name), _T("\\\\"));
    _tcscat_s(name, _countof(name), argc > 1 ? argv[1] : _T("*"));
    _tcscat_s(name, _countof(name), _T("\\mailslot\\mailbox"));

    HANDLE everybody = CreateFile(name, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    BOOL good = everybody != INVALID_HANDLE_VALUE;
    while (good && _fgetts(text, _countof(text), stdin) != NULL)
    {
        DWORD bytes = (DWORD)(_tcslen(text) * sizeof(TCHAR));
        if (bytes > 424)
            _tprintf(_T("Message too long\n"));
        else
            good = WriteFile(everybody, text, bytes, &written, NULL);
        if (good && _tcscmp(text, _T("exit\n")) == 0)
        {
            _tprintf(_T("GoodBye!\n"));
            break;
        }
    }
    if (!good)
    {
        _tprintf(_T("Unable to broadcast: %lu\n"), GetLastError());
        code = 1;
    }
    if (everybody != INVALID_HANDLE_VALUE)
        CloseHandle(everybody);
    return code;
}
