// Replaces the access control list with an empty one, which grants no rights.
#include "stage/closed.h"

#include <windows.h>

namespace lab::stage {
namespace {

void close(HANDLE object) {
  ACL nothing;
  SECURITY_DESCRIPTOR rights;
  InitializeAcl(&nothing, sizeof nothing, ACL_REVISION);
  InitializeSecurityDescriptor(&rights, SECURITY_DESCRIPTOR_REVISION);
  SetSecurityDescriptorDacl(&rights, TRUE, &nothing, FALSE);
  // An owner may always change the list, so the object gets another owner if the system permits that; Wine does.
  SID_IDENTIFIER_AUTHORITY authority = {SECURITY_NT_AUTHORITY};
  PSID system = nullptr;
  if (AllocateAndInitializeSid(&authority, 1, SECURITY_LOCAL_SYSTEM_RID, 0, 0, 0, 0, 0, 0, 0, &system)) {
    SECURITY_DESCRIPTOR owner;
    InitializeSecurityDescriptor(&owner, SECURITY_DESCRIPTOR_REVISION);
    SetSecurityDescriptorOwner(&owner, system, FALSE);
    SetKernelObjectSecurity(object, OWNER_SECURITY_INFORMATION, &owner);
    FreeSid(system);
  }
  SetKernelObjectSecurity(object, DACL_SECURITY_INFORMATION, &rights);
}

}  // namespace

void close_process() { close(GetCurrentProcess()); }
void close_thread() { close(GetCurrentThread()); }

}  // namespace lab::stage
