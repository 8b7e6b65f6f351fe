// Recordings, for tests, of programs that ran under the stage; without their source lines.
#pragma once

#include <sstream>

#include "trace/run.h"

namespace lab::replay {

// A manager that reads both exit codes while the workers run.
inline const char* const kNoWait =
    R"run({"t":"run","schema":"win-ipc-lab/run/1","lab":"05","program":"AdderManager","scenario":"worker_1_first","platform":"Wine 8.0, corrected"}
{"t":"program","name":"AdderManager","end":"itself","attached":true}
{"t":"program","name":"PartAdder","arguments":"1 5","role":"standin","parent":0,"attached":true}
{"t":"program","name":"PartAdder","arguments":"6 10","role":"standin","parent":0}
{"t":"call","api":"CreateProcess","begin":{"o":2,"at":29675},"end":{"o":3,"at":40272},"result":1,"started":1,"handles":[1,2],"text":{"command_line":"PartAdder.exe 1 5"},"inherits":true,"file":"AdderManager.cpp","line":20}
{"t":"call","api":"CreateProcess","begin":{"o":4,"at":40317},"end":{"o":5,"at":58848},"result":1,"started":2,"handles":[3,4],"text":{"command_line":"PartAdder.exe 6 10"},"inherits":true,"file":"AdderManager.cpp","line":25}
{"t":"call","api":"CloseHandle","begin":{"o":6,"at":58855},"end":{"o":7,"at":58877},"on":[{"kind":"thread","program":1,"handle":2}],"result":1,"file":"AdderManager.cpp","line":33}
{"t":"call","api":"CloseHandle","begin":{"o":8,"at":58877},"end":{"o":9,"at":58886},"on":[{"kind":"thread","program":2,"handle":4}],"result":1,"file":"AdderManager.cpp","line":34}
{"t":"call","api":"GetExitCodeProcess","begin":{"o":10,"at":58887},"end":{"o":11,"at":58897},"on":[{"kind":"process","program":1,"handle":1}],"result":1,"value":259,"file":"AdderManager.cpp","line":36}
{"t":"call","api":"GetExitCodeProcess","begin":{"o":12,"at":58898},"end":{"o":13,"at":58905},"on":[{"kind":"process","program":2,"handle":3}],"result":1,"value":259,"file":"AdderManager.cpp","line":37}
{"t":"call","api":"CloseHandle","begin":{"o":14,"at":58906},"end":{"o":15,"at":58914},"on":[{"kind":"process","program":1,"handle":1}],"result":1,"file":"AdderManager.cpp","line":38}
{"t":"call","api":"CloseHandle","begin":{"o":16,"at":58915},"end":{"o":17,"at":58923},"on":[{"kind":"process","program":2,"handle":3}],"result":1,"file":"AdderManager.cpp","line":39}
{"t":"call","api":"WriteFile","begin":{"o":18,"at":58955},"end":{"o":19,"at":58989},"result":1,"value":51,"text":{"stream":"stdout","written":"return_val1: 259 \r\nreturn_val2: 259 \r\ntotal: 518 \r\n"},"file":"AdderManager.cpp","line":43}
{"t":"event","kind":"attached","program":0,"when":{"o":1,"at":27706}}
{"t":"event","kind":"detached","program":0,"when":{"o":20,"at":59181}}
{"t":"event","kind":"signaled","program":0,"when":{"o":21,"at":59914}}
{"t":"end","stdout":"return_val1: 259 \r\nreturn_val2: 259 \r\ntotal: 518 \r\n"}
)run";

// A manager that waits, but leaves the thread handles open.
inline const char* const kLeak =
    R"run({"t":"run","schema":"win-ipc-lab/run/1","lab":"05","program":"AdderManager","scenario":"worker_1_first","platform":"Wine 8.0, corrected"}
{"t":"program","name":"AdderManager","end":"itself","attached":true}
{"t":"program","name":"PartAdder","arguments":"1 5","role":"standin","parent":0,"end":"itself","exit_code":15,"attached":true}
{"t":"program","name":"PartAdder","arguments":"6 10","role":"standin","parent":0,"end":"itself","exit_code":40,"attached":true}
{"t":"call","api":"CreateProcess","begin":{"o":2,"at":20186},"end":{"o":3,"at":27852},"result":1,"started":1,"handles":[1,2],"text":{"command_line":"PartAdder 1 5"},"file":"AdderManager.cpp","line":13}
{"t":"call","api":"CreateProcess","begin":{"o":4,"at":27857},"end":{"o":5,"at":37374},"result":1,"started":2,"handles":[3,4],"text":{"command_line":"PartAdder 6 10"},"file":"AdderManager.cpp","line":13}
{"t":"call","api":"WaitForSingleObject","begin":{"o":6,"at":37381},"end":{"o":10,"at":57896},"on":[{"kind":"process","program":1,"handle":1}],"timeout_ms":4294967295,"file":"AdderManager.cpp","line":20}
{"t":"call","api":"GetExitCodeProcess","begin":{"o":11,"at":57900},"end":{"o":12,"at":57921},"on":[{"kind":"process","program":1,"handle":1}],"result":1,"value":15,"file":"AdderManager.cpp","line":21}
{"t":"call","api":"WaitForSingleObject","begin":{"o":13,"at":57923},"end":{"o":17,"at":59287},"on":[{"kind":"process","program":2,"handle":3}],"timeout_ms":4294967295,"file":"AdderManager.cpp","line":20}
{"t":"call","api":"GetExitCodeProcess","begin":{"o":18,"at":59288},"end":{"o":19,"at":59299},"on":[{"kind":"process","program":2,"handle":3}],"result":1,"value":40,"file":"AdderManager.cpp","line":21}
{"t":"call","api":"WriteFile","begin":{"o":20,"at":59319},"end":{"o":21,"at":59345},"result":1,"value":45,"text":{"stream":"stdout","written":"return_val1: 15\r\nreturn_val2: 40\r\ntotal: 55\r\n"},"file":"AdderManager.cpp","line":45}
{"t":"call","api":"CloseHandle","begin":{"o":22,"at":59369},"end":{"o":23,"at":59377},"on":[{"kind":"process","program":2,"handle":3}],"result":1,"file":"AdderManager.cpp","line":27}
{"t":"call","api":"CloseHandle","begin":{"o":24,"at":59378},"end":{"o":25,"at":59384},"on":[{"kind":"process","program":1,"handle":1}],"result":1,"file":"AdderManager.cpp","line":27}
{"t":"event","kind":"attached","program":0,"when":{"o":1,"at":18212}}
{"t":"event","kind":"still","when":{"o":7,"at":55383}}
{"t":"event","kind":"released","program":1,"value":15,"when":{"o":8,"at":55414}}
{"t":"event","kind":"signaled","program":1,"value":15,"when":{"o":9,"at":57855}}
{"t":"event","kind":"still","when":{"o":14,"at":58729}}
{"t":"event","kind":"released","program":2,"value":40,"when":{"o":15,"at":58734}}
{"t":"event","kind":"signaled","program":2,"value":40,"when":{"o":16,"at":59250}}
{"t":"event","kind":"detached","program":0,"when":{"o":26,"at":59604}}
{"t":"event","kind":"signaled","program":0,"when":{"o":27,"at":60045}}
{"t":"end","stdout":"return_val1: 15\r\nreturn_val2: 40\r\ntotal: 55\r\n"}
)run";

// A correct manager.
inline const char* const kTwoWaits =
    R"run({"t":"run","schema":"win-ipc-lab/run/1","lab":"05","program":"AdderManager","scenario":"worker_1_first","platform":"Wine 8.0, corrected"}
{"t":"program","name":"AdderManager","end":"itself","attached":true}
{"t":"program","name":"PartAdder","arguments":"1 5","role":"standin","parent":0,"end":"itself","exit_code":15,"attached":true}
{"t":"program","name":"PartAdder","arguments":"6 10","role":"standin","parent":0,"end":"itself","exit_code":40,"attached":true}
{"t":"call","api":"CreateProcess","begin":{"o":2,"at":20066},"end":{"o":3,"at":26899},"result":1,"started":1,"handles":[1,2],"text":{"application":"PartAdder.exe","command_line":"PartAdder 1 5"},"file":"AdderManager.cpp","line":32}
{"t":"call","api":"CreateProcess","begin":{"o":4,"at":26906},"end":{"o":5,"at":32273},"result":1,"started":2,"handles":[3,4],"text":{"application":"PartAdder.exe","command_line":"PartAdder 6 10"},"file":"AdderManager.cpp","line":32}
{"t":"call","api":"WaitForSingleObject","begin":{"o":6,"at":32280},"end":{"o":10,"at":44465},"on":[{"kind":"process","program":1,"handle":1}],"timeout_ms":4294967295,"file":"AdderManager.cpp","line":44}
{"t":"call","api":"WaitForSingleObject","begin":{"o":11,"at":44469},"end":{"o":15,"at":47902},"on":[{"kind":"process","program":2,"handle":3}],"timeout_ms":4294967295,"file":"AdderManager.cpp","line":45}
{"t":"call","api":"GetExitCodeProcess","begin":{"o":16,"at":47904},"end":{"o":17,"at":47944},"on":[{"kind":"process","program":1,"handle":1}],"result":1,"value":15,"file":"AdderManager.cpp","line":51}
{"t":"call","api":"GetExitCodeProcess","begin":{"o":18,"at":47945},"end":{"o":19,"at":47989},"on":[{"kind":"process","program":2,"handle":3}],"result":1,"value":40,"file":"AdderManager.cpp","line":51}
{"t":"call","api":"WriteFile","begin":{"o":20,"at":48007},"end":{"o":21,"at":48138},"result":1,"value":45,"text":{"stream":"stdout","written":"return_val1: 15\r\nreturn_val2: 40\r\ntotal: 55\r\n"},"file":"AdderManager.cpp","line":65}
{"t":"call","api":"CloseHandle","begin":{"o":22,"at":48173},"end":{"o":23,"at":48194},"on":[{"kind":"thread","program":1,"handle":2}],"result":1,"file":"AdderManager.cpp","line":75}
{"t":"call","api":"CloseHandle","begin":{"o":24,"at":48194},"end":{"o":25,"at":48210},"on":[{"kind":"process","program":1,"handle":1}],"result":1,"file":"AdderManager.cpp","line":76}
{"t":"call","api":"CloseHandle","begin":{"o":26,"at":48210},"end":{"o":27,"at":48219},"on":[{"kind":"thread","program":2,"handle":4}],"result":1,"file":"AdderManager.cpp","line":75}
{"t":"call","api":"CloseHandle","begin":{"o":28,"at":48220},"end":{"o":29,"at":48230},"on":[{"kind":"process","program":2,"handle":3}],"result":1,"file":"AdderManager.cpp","line":76}
{"t":"event","kind":"attached","program":0,"when":{"o":1,"at":17456}}
{"t":"event","kind":"still","when":{"o":7,"at":34461}}
{"t":"event","kind":"released","program":1,"value":15,"when":{"o":8,"at":34488}}
{"t":"event","kind":"signaled","program":1,"value":15,"when":{"o":9,"at":44127}}
{"t":"event","kind":"still","when":{"o":12,"at":47224}}
{"t":"event","kind":"released","program":2,"value":40,"when":{"o":13,"at":47245}}
{"t":"event","kind":"signaled","program":2,"value":40,"when":{"o":14,"at":47849}}
{"t":"event","kind":"detached","program":0,"when":{"o":30,"at":48367}}
{"t":"event","kind":"signaled","program":0,"when":{"o":31,"at":49162}}
{"t":"end","stdout":"return_val1: 15\r\nreturn_val2: 40\r\ntotal: 55\r\n"}
)run";

// A program whose child inherits a handle to its mailslot.
inline const char* const kHeir =
    R"run({"t":"run","schema":"win-ipc-lab/run/1","lab":"07","program":"SlotHeir","scenario":"heirloom","platform":"Wine 8.0, corrected"}
{"t":"program","name":"SlotHeir","end":"itself","attached":true}
{"t":"program","name":"SlotHeir","arguments":"heir 52","role":"child","parent":0,"end":"itself","attached":true}
{"t":"slot","name":"mailbox","owner":0}
{"t":"call","api":"CreateMailslot","begin":{"o":2,"at":23409},"end":{"o":3,"at":23574},"result":1,"timeout_ms":4294967295,"slot":0,"handles":[1],"text":{"name":"\\\\.\\mailslot\\mailbox"},"file":"SlotHeir.cpp","line":25}
{"t":"call","api":"CreateProcess","begin":{"o":4,"at":23580},"end":{"o":5,"at":31974},"on":[{"kind":"mailslot","slot":0,"handle":1}],"result":1,"started":1,"handles":[2,3],"text":{"application":"SlotHeir.exe","command_line":"SlotHeir heir 52"},"inherits":true,"file":"SlotHeir.cpp","line":53}
{"t":"call","api":"CloseHandle","begin":{"o":6,"at":31978},"end":{"o":7,"at":32026},"on":[{"kind":"mailslot","slot":0,"handle":1}],"result":1,"file":"SlotHeir.cpp","line":71}
{"t":"call","api":"WaitForSingleObject","begin":{"o":8,"at":32102},"end":{"o":33,"at":44588},"on":[{"kind":"process","program":1,"handle":2}],"timeout_ms":4294967295,"file":"SlotHeir.cpp","line":78}
{"t":"call","api":"ReadFile","program":1,"begin":{"o":10,"at":42384},"end":{"o":12,"at":42714},"on":[{"kind":"mailslot","slot":0,"handle":1}],"result":1,"value":22,"slot":0,"text":{"message":"hello, heir"},"flags":404,"file":"SlotHeir.cpp","line":99}
{"t":"call","api":"WriteFile","program":1,"begin":{"o":13,"at":42723},"end":{"o":14,"at":42773},"result":1,"value":13,"text":{"stream":"stdout","written":"hello, heir\r\n"},"file":"SlotHeir.cpp","line":111}
{"t":"call","api":"ReadFile","program":1,"begin":{"o":15,"at":42796},"end":{"o":17,"at":42982},"on":[{"kind":"mailslot","slot":0,"handle":1}],"result":1,"value":38,"slot":0,"text":{"message":"two words and 100%s"},"flags":404,"file":"SlotHeir.cpp","line":99}
{"t":"call","api":"WriteFile","program":1,"begin":{"o":18,"at":42984},"end":{"o":19,"at":42987},"result":1,"value":21,"text":{"stream":"stdout","written":"two words and 100%s\r\n"},"file":"SlotHeir.cpp","line":111}
{"t":"call","api":"ReadFile","program":1,"begin":{"o":20,"at":43044},"end":{"o":22,"at":43257},"on":[{"kind":"mailslot","slot":0,"handle":1}],"result":1,"value":6,"slot":0,"text":{"message":"bye"},"flags":404,"file":"SlotHeir.cpp","line":99}
{"t":"call","api":"WriteFile","program":1,"begin":{"o":23,"at":43259},"end":{"o":24,"at":43263},"result":1,"value":5,"text":{"stream":"stdout","written":"bye\r\n"},"file":"SlotHeir.cpp","line":111}
{"t":"call","api":"ReadFile","program":1,"begin":{"o":25,"at":43292},"end":{"o":27,"at":43480},"on":[{"kind":"mailslot","slot":0,"handle":1}],"result":1,"value":8,"slot":0,"text":{"message":"exit"},"flags":404,"file":"SlotHeir.cpp","line":99}
{"t":"call","api":"WriteFile","program":1,"begin":{"o":28,"at":43481},"end":{"o":29,"at":43484},"result":1,"value":10,"text":{"stream":"stdout","written":"GoodBye!\r\n"},"file":"SlotHeir.cpp","line":115}
{"t":"call","api":"CloseHandle","program":1,"begin":{"o":30,"at":43513},"end":{"o":31,"at":43562},"on":[{"kind":"mailslot","slot":0,"handle":1}],"result":1,"file":"SlotHeir.cpp","line":117}
{"t":"call","api":"CloseHandle","begin":{"o":34,"at":44592},"end":{"o":35,"at":44621},"on":[{"kind":"thread","program":1,"handle":3}],"result":1,"file":"SlotHeir.cpp","line":79}
{"t":"call","api":"CloseHandle","begin":{"o":36,"at":44622},"end":{"o":37,"at":44632},"on":[{"kind":"process","program":1,"handle":2}],"result":1,"file":"SlotHeir.cpp","line":80}
{"t":"event","kind":"attached","program":0,"when":{"o":1,"at":20807}}
{"t":"event","kind":"attached","program":1,"when":{"o":9,"at":39930}}
{"t":"event","kind":"posted","program":0,"value":22,"slot":0,"text":"hello, heir","when":{"o":11,"at":42650}}
{"t":"event","kind":"posted","program":0,"value":38,"slot":0,"text":"two words and 100%s","when":{"o":16,"at":42971}}
{"t":"event","kind":"posted","program":0,"value":6,"slot":0,"text":"bye","when":{"o":21,"at":43246}}
{"t":"event","kind":"posted","program":0,"value":8,"slot":0,"text":"exit","when":{"o":26,"at":43470}}
{"t":"event","kind":"detached","program":1,"when":{"o":32,"at":43791}}
{"t":"event","kind":"detached","program":0,"when":{"o":38,"at":44794}}
{"t":"event","kind":"signaled","program":0,"when":{"o":39,"at":45473}}
{"t":"event","kind":"signaled","program":1,"when":{"o":40,"at":45536}}
{"t":"end","stdout":"hello, heir\r\ntwo words and 100%s\r\nbye\r\nGoodBye!\r\n"}
)run";

inline trace::Run recorded(const char* lines) {
  std::istringstream in(lines);
  return trace::read(in).front();
}

}  // namespace lab::replay
