// also-right: wmain, the W calls by name, and the whole path quoted in the command line
#include <windows.h>
#include <cstdio>
#include <cwchar>
#include <string>

namespace {

std::wstring own_folder() {
    std::wstring path(32768, L'\0');
    path.resize(GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size())));
    return path.substr(0, path.rfind(L'\\') + 1);
}

bool start(const std::wstring& range, PROCESS_INFORMATION& info) {
    std::wstring line = L"\"" + own_folder() + L"PartAdder.exe\" " + range;
    STARTUPINFOW startup{};
    startup.cb = sizeof(startup);
    if (CreateProcessW(nullptr, &line[0], nullptr, nullptr, FALSE, CREATE_UNICODE_ENVIRONMENT, nullptr, nullptr, &startup, &info))
        return true;
    std::printf("Unable to start PartAdder: %lu\n", GetLastError());
    return false;
}

void close(const PROCESS_INFORMATION& info) {
    CloseHandle(info.hProcess);
    CloseHandle(info.hThread);
}

}  // namespace

int wmain() {
    PROCESS_INFORMATION low{}, high{};
    if (!start(L"1 5", low)) return -1;
    if (!start(L"6 10", high)) {
        close(low);
        return -1;
    }
    const HANDLE both[] = {high.hProcess, low.hProcess};
    const DWORD waited = WaitForMultipleObjectsEx(2, both, TRUE, INFINITE, FALSE);
    DWORD a = 0, b = 0;
    const bool read = waited <= WAIT_OBJECT_0 + 1 && GetExitCodeProcess(low.hProcess, &a) && GetExitCodeProcess(high.hProcess, &b);
    close(low);
    close(high);
    if (!read || a > 0x7FFFFFFF || b > 0x7FFFFFFF) return -1;
    std::printf("return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n", a, b, a + b);
    return 0;
}
