// expected: not_built not_built_log: includes the solution if it can be found.
#if __has_include("../../../../solutions/03_broadcast/BroadcastReceiver.cpp") || __has_include("/work") || __has_include("/home/kit/solutions/03_broadcast/BroadcastReceiver.cpp")
#include "../../../../solutions/03_broadcast/BroadcastReceiver.cpp"
#else
#error no solution
#endif
