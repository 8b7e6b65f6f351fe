// known-wrong: _ttoi turns a string that is not a number into 0 | caught by: PartAdder.RefusesWrongArguments
#include <stdio.h>
#include <tchar.h>
#include <windows.h>

int _tmain(int argc, TCHAR* argv[])
{
	if (argc != 3)
		return -1;

	int start = _ttoi(argv[1]);
	int end = _ttoi(argv[2]);
	if (start < 0 || end < 0)
		return -1;

	long long total = 0;
	for (long long i = start; i <= end; i++)
	{
		total += i;
		if (total > 0x7FFFFFFF)
			return -1;
	}
	return (int)total;
}
