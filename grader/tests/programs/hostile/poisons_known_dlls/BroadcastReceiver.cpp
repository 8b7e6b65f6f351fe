// expected: failed never_created_slot: leaves a registry with which no program starts.
#include <windows.h>
#include <initializer_list>

int main()
{
    static const wchar_t *keys[] = {L"Software\\Wine\\DllOverrides", L"Environment", L"Software\\Wine\\AppDefaults\\stage.exe\\DllOverrides"};
    for (const wchar_t *name : keys) {
        HKEY key;
        RegCreateKeyExW(HKEY_CURRENT_USER, name, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL);
        for (const wchar_t *dll : {L"msvcrt", L"kernel32", L"PATH", L"WINEDEBUG"}) RegSetValueExW(key, dll, 0, REG_SZ, (const BYTE *)L"", 2);
        RegFlushKey(key);
    }
    return 0;
}
