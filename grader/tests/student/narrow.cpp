// A student's program with a plain main: narrow arguments, both kinds of streams, and no return statement.
#include <iostream>

int main(int argc, char* argv[]) {
  std::wcout << L"wide" << std::endl;
  std::cout << argv[argc - 1] << ' ' << argc << std::endl;
  if (argc > 2) return 259;
}
