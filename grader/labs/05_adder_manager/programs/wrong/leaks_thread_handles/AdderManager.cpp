// known-wrong: closes the process handles and forgets the threads' | caught by: AdderManager.ClosesItsHandles
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

class Adder
{
public:
    bool Start(LPTSTR command)
    {
        STARTUPINFO si = {};
        si.cb = sizeof(si);
        m_started = CreateProcess(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &si, &m_info) != FALSE;
        if (!m_started)
            _tprintf(_T("Unable to start, error %lu\n"), GetLastError());
        return m_started;
    }
    bool Join()
    {
        return WaitForSingleObject(m_info.hProcess, INFINITE) == WAIT_OBJECT_0 &&
               GetExitCodeProcess(m_info.hProcess, &m_sum) && m_sum < 0x80000000;
    }
    DWORD Sum() const { return m_sum; }
    ~Adder()
    {
        if (m_started)
            CloseHandle(m_info.hProcess);
    }

private:
    PROCESS_INFORMATION m_info = {};
    bool m_started = false;
    DWORD m_sum = 0;
};

int _tmain()
{
    TCHAR c1[] = _T("PartAdder 1 5");
    TCHAR c2[] = _T("PartAdder 6 10");
    Adder a, b;
    if (!a.Start(c1) || !b.Start(c2))
        return -1;
    if (!a.Join() || !b.Join())
        return -1;
    _tprintf(_T("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n"), a.Sum(), b.Sum(), a.Sum() + b.Sum());
    return 0;
}
