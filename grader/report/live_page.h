// The page of `lab watch --page`: an empty report that fetches the newest report and shows it in place of the previous one.
#pragma once

#include <string>

#include "text/bilingual.h"

namespace lab::report {

// `command` starts the watch again. Unlike a report, the page needs its server, from which it fetches two addresses relative to its own:
// `events`, server-sent events whose data is {"en", "ko": what watch is doing, "at_work": whether it is working, "report": the number of
// the newest report, 0 for none}; and `report`, the newest report as written by report::html.
std::string live_page(const text::Bilingual& title, const std::string& command, text::Language language);

// Its Content-Security-Policy, for the server to send: it may run only its own scripts, and connect only to its server.
std::string live_policy();

}  // namespace lab::report
