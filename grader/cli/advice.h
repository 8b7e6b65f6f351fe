// What lab.toml says to a reader, in one language.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/report.h"
#include "rubric/rubric.h"

namespace lab::cli {

const std::string& in(text::Language language, const rubric::Bilingual& words);

// For reports: by the lab's number.
std::map<std::string, report::LabAdvice> advice(const std::vector<const rubric::Lab*>& labs, text::Language language);

}  // namespace lab::cli
