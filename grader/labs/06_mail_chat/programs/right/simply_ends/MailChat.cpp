// also-right: the process ends while the other thread is still reading, and everything ends with it
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

TCHAR g_mine[80], g_theirs[80];

DWORD WINAPI Receive(LPVOID)
{
	TCHAR buffer[256];
	DWORD length;
	HANDLE slot = CreateMailslot(g_mine, 0, MAILSLOT_WAIT_FOREVER, NULL);
	if (slot == INVALID_HANDLE_VALUE)
	{
		_tprintf(_T("Unable to create mailslot\n"));
		return 1;
	}
	while (ReadFile(slot, buffer, 255 * sizeof(TCHAR), &length, NULL))
	{
		buffer[length / sizeof(TCHAR)] = _T('\0');
		_tprintf(_T("they: %s\n"), buffer);
		fflush(stdout);
	}
	CloseHandle(slot);
	return 0;
}

int _tmain(int argc, TCHAR *argv[])
{
	TCHAR line[256];
	HANDLE peer = INVALID_HANDLE_VALUE;

	if (argc != 3)
		return 1;
	_stprintf_s(g_mine, _countof(g_mine), _T("\\\\.\\mailslot\\chat\\%s"), argv[1]);
	_stprintf_s(g_theirs, _countof(g_theirs), _T("\\\\.\\mailslot\\chat\\%s"), argv[2]);
	HANDLE thread = CreateThread(NULL, 0, Receive, NULL, 0, NULL);
	CloseHandle(thread);

	while (_fgetts(line, _countof(line), stdin))
	{
		DWORD length = (DWORD)_tcslen(line);
		if (length > 0 && line[length - 1] == _T('\n'))
			line[--length] = 0;
		if (_tcscmp(line, _T("exit")) == 0)
			break;
		for (int attempt = 0; attempt < 2; attempt++)
		{
			DWORD written;
			if (peer == INVALID_HANDLE_VALUE)
				peer = CreateFile(g_theirs, GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
			if (peer == INVALID_HANDLE_VALUE)
			{
				_tprintf(_T("Not sent\n"));
				break;
			}
			if (WriteFile(peer, line, length * sizeof(TCHAR), &written, NULL))
				break;
			CloseHandle(peer);
			peer = INVALID_HANDLE_VALUE;
			if (attempt == 1)
				_tprintf(_T("Not sent\n"));
		}
	}
	if (peer != INVALID_HANDLE_VALUE)
		CloseHandle(peer);
	return 0;
}
