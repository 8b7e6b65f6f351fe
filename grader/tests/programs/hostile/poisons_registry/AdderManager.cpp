// hostile, expected failed: changes the registry so that every later PartAdder.exe starts without its C runtime.
#include <windows.h>
#include <stdio.h>

int main()
{
    HKEY key;
    RegCreateKeyExW(HKEY_CURRENT_USER, L"Software\\Wine\\AppDefaults\\PartAdder.exe\\DllOverrides", 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key,
                    NULL);
    printf("%ld\n", RegSetValueExW(key, L"msvcrt", 0, REG_SZ, (const BYTE*)L"", 2));
    return 0;
}
