// known-wrong: sends its own computer's name in front of each line, which is the receiver's business | caught by: BroadcastSender.ReachesEveryReceiver
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

#define LIMIT 424

int _tmain(int argc, TCHAR *argv[])
{
	TCHAR name[300], line[1002], text[1100] = _T("["), *end;
	DWORD bytes, written = 0;
	DWORD size = MAX_COMPUTERNAME_LENGTH + 1;
	int result = 0;

	_stprintf_s(name, 300, _T("\\\\%s\\mailslot\\mailbox"), argc > 1 ? argv[1] : _T("*"));
	GetComputerName(text + 1, &size);
	_tcscat_s(text, 1100, _T("] "));
	end = text + _tcslen(text);
	HANDLE slot = CreateFile(name, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
	if (slot == INVALID_HANDLE_VALUE)
	{
		_tprintf(_T("Unable to broadcast: error %lu\n"), GetLastError());
		return 1;
	}

	while (_fgetts(line, 1002, stdin) != NULL)
	{
		line[_tcscspn(line, _T("\r\n"))] = 0;
		_tcscpy_s(end, 1050, line);
		if (_tcscmp(line, _T("exit")) == 0)
			_tcscpy_s(text, 1100, line);
		bytes = (DWORD)(_tcslen(text) * sizeof(TCHAR));
		if (bytes > LIMIT)
		{
			_tprintf(_T("Message too long\n"));
			continue;
		}
		if (!WriteFile(slot, text, bytes, &written, NULL))
		{
			_tprintf(_T("Unable to broadcast: error %lu\n"), GetLastError());
			result = 1;
			break;
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
