// also-right: lets WriteFile refuse what is too long: its error 53 means that only where the message has more than 424 bytes
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain(int argc, TCHAR *argv[])
{
	TCHAR name[300], line[2000];
	DWORD written = 0, error = 0;
	HANDLE slots;

	_stprintf_s(name, 300, _T("//%s/mailslot/MAILBOX"), argc > 1 ? argv[1] : _T("*"));
	slots = CreateFile(name, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
	if (slots == INVALID_HANDLE_VALUE)
	{
		_tprintf(_T("Unable to broadcast: error %lu\n"), GetLastError());
		return 1;
	}
	while (error == 0 && _fgetts(line, 2000, stdin))
	{
		line[_tcscspn(line, _T("\r\n"))] = 0;
		DWORD bytes = (DWORD)(_tcslen(line) * sizeof(TCHAR));
		if (!WriteFile(slots, line, bytes, &written, NULL))
		{
			error = GetLastError();
			if (error == ERROR_BAD_NETPATH && bytes > 424)
			{
				_tprintf(_T("Message too long\n"));
				error = 0;
			}
			else
				_tprintf(_T("Unable to broadcast: error %lu\n"), error);
		}
		else if (_tcscmp(line, _T("exit")) == 0)
		{
			_tprintf(_T("GoodBye!\n"));
			break;
		}
	}
	CloseHandle(slots);
	return error ? 1 : 0;
}
