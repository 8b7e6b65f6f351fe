// What lab.toml says to a reader, in one language.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "checks/rubric.h"
#include "report/report.h"

namespace lab::cli {

const std::string& in(text::Language language, const checks::Bilingual& words);

// For reports: by the lab's number.
std::map<std::string, report::LabAdvice> advice(const std::vector<const checks::LabRubric*>& labs, text::Language language);

}  // namespace lab::cli
