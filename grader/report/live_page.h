// The page of `lab watch --page`: an empty report that fetches the newest one, and shows it in place of the last.
#pragma once

#include <string>

#include "text/bilingual.h"

namespace lab::report {

// `command` starts the watch again. Unlike a report it is no use without its server, from which it fetches two addresses beside its own:
// `events`, server-sent events whose data is {"en", "ko": what watch does, "at_work": whether it is at work, "report": the number of the
// newest report, 0 for none}, and `report`, the newest report, as report::html writes it.
std::string live_page(const text::Bilingual& title, const std::string& command, text::Language language);

// Its Content-Security-Policy, for the server to send: it runs its own scripts alone and reaches nothing but its server.
std::string live_policy();

}  // namespace lab::report
