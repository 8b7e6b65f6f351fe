// known-wrong: opens the mailslots of the computers that it knows, and writes each line to each of them | caught by: BroadcastSender.AddressesEveryComputer BroadcastSender.WritesEachLineOnce
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

#define LIMIT 424

static const TCHAR *everybody[] = { _T("PC1"), _T("PC2"), _T("PC3") };

int _tmain(int argc, TCHAR *argv[])
{
	const TCHAR *const *computers = argc > 1 ? argv + 1 : everybody;
	int count = argc > 1 ? 1 : 3, result = 0;
	HANDLE slots[3];
	TCHAR name[300], line[1002];
	DWORD written;

	for (int i = 0; i < count; i++)
	{
		_stprintf_s(name, 300, _T("\\\\%s\\mailslot\\mailbox"), computers[i]);
		slots[i] = CreateFile(name, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
		if (slots[i] == INVALID_HANDLE_VALUE)
		{
			_tprintf(_T("Unable to broadcast: error %lu\n"), GetLastError());
			while (i > 0)
				CloseHandle(slots[--i]);
			return 1;
		}
	}

	while (result == 0 && _fgetts(line, 1002, stdin) != NULL)
	{
		line[_tcscspn(line, _T("\r\n"))] = 0;
		if (_tcslen(line) * sizeof(TCHAR) > LIMIT)
		{
			_tprintf(_T("Message too long\n"));
			continue;
		}
		for (int i = 0; i < count && result == 0; i++)
			if (!WriteFile(slots[i], line, (DWORD)(_tcslen(line) * sizeof(TCHAR)), &written, NULL))
			{
				_tprintf(_T("Unable to broadcast: error %lu\n"), GetLastError());
				result = 1;
			}
		if (_tcscmp(line, _T("exit")) == 0)
		{
			_putts(_T("GoodBye!"));
			break;
		}
	}
	for (int i = 0; i < count; i++)
		CloseHandle(slots[i]);
	return result;
}
