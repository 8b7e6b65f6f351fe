// known-wrong: reports that it is unable to broadcast, and waits for the next line | caught by: BroadcastSender.ReportsARefusedNetwork
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

#define LIMIT 424

int _tmain(int argc, TCHAR *argv[])
{
	TCHAR name[300], line[1002];
	DWORD bytes, written = 0;
	int result = 0;

	_stprintf_s(name, 300, _T("\\\\%s\\mailslot\\mailbox"), argc > 1 ? argv[1] : _T("*"));
	HANDLE slot = CreateFile(name, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
	if (slot == INVALID_HANDLE_VALUE)
	{
		_tprintf(_T("Unable to broadcast: error %lu\n"), GetLastError());
		return 1;
	}

	while (_fgetts(line, 1002, stdin) != NULL)
	{
		line[_tcscspn(line, _T("\r\n"))] = 0;
		bytes = (DWORD)(_tcslen(line) * sizeof(TCHAR));
		if (bytes > LIMIT)
		{
			_tprintf(_T("Message too long\n"));
			continue;
		}
		if (!WriteFile(slot, line, bytes, &written, NULL))
		{
			_tprintf(_T("Unable to broadcast: error %lu\n"), GetLastError());
			continue;
		}
		if (_tcscmp(line, _T("exit")) == 0)
		{
			_putts(_T("GoodBye!"));
			break;
		}
	}
	CloseHandle(slot);
	return result;
}
