// Lists all reason tables in this folder.
#include "checks/reasons.h"

#include "checks/program_reasons.h"

namespace lab::checks {

trace::ReasonTables reason_tables() {
  return {kShared,
          kProgramReasons,
          call_reasons(),
          end_reasons(),
          printed_number_reasons(),
          process_reasons(),
          process_handle_reasons(),
          start_reasons(),
          mail_receive_reasons(),
          mail_read_reasons(),
          mail_crash_reasons(),
          mail_print_reasons(),
          mail_send_reasons(),
          mail_line_reasons(),
          mail_handle_reasons()};
}

}  // namespace lab::checks
