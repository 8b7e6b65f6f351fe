// also-right: no C output at all, WriteFile to the standard output; reads the exit code early, too
#include <windows.h>

static void say(const char *text)
{
    DWORD written;
    WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), text, (DWORD)lstrlenA(text), &written, NULL);
}

static void say_number(const char *label, DWORD number)
{
    char text[64];
    wsprintfA(text, "%s %u\r\n", label, (UINT)number);
    say(text);
}

static int watch(HANDLE process, DWORD ms)
{
    DWORD code, state = WaitForSingleObject(process, 0);
    GetExitCodeProcess(process, &code);
    if (state == WAIT_FAILED)
        return 1;
    say(state == WAIT_TIMEOUT ? "Non-Signaled\r\n" : "Signaled\r\n");

    state = WaitForSingleObject(process, ms);
    if (state == WAIT_FAILED)
        return 1;
    if (state == WAIT_TIMEOUT) {
        say("Timeout\r\n");
        if (WaitForSingleObject(process, INFINITE) == WAIT_FAILED)
            return 1;
    }
    say("Signaled\r\n");

    state = WaitForSingleObject(process, 0);
    if (state == WAIT_FAILED)
        return 1;
    say(state == WAIT_TIMEOUT ? "Non-Signaled\r\n" : "Signaled\r\n");
    GetExitCodeProcess(process, &code);
    say_number("exit code:", code);
    return 0;
}

int wmain(int argc, wchar_t **argv)
{
    STARTUPINFOW startup = {};
    PROCESS_INFORMATION child;
    DWORD ms = 0;
    int failed;

    if (argc != 3)
        return 1;
    for (const wchar_t *digit = argv[1]; *digit; digit++)
        ms = ms * 10 + (DWORD)(*digit - L'0');
    startup.cb = sizeof startup;
    if (!CreateProcessW(NULL, argv[2], NULL, NULL, FALSE, 0, NULL, NULL, &startup, &child)) {
        say_number("Unable to start, error", GetLastError());
        return 1;
    }
    failed = watch(child.hProcess, ms);
    if (failed)
        say_number("Unable to wait, error", GetLastError());
    CloseHandle(child.hProcess);
    CloseHandle(child.hThread);
    ExitProcess((UINT)failed);
}
