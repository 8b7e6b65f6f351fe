# Writes the C++ file OUT with the style sheets, scripts and templates of FOLDER as report/page_files.h promises them: cmake -D OUT=... -D FOLDER=... -P embed.cmake
# Line ends become \n: browsers read \r\n so before they compare a hash, and git may have written \r\n.

# The SHA-256 of a string as base64, as a Content-Security-Policy has it.
function(base64_sha256 text out)
  set(digits ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)
  string(SHA256 hex "${text}")
  set(base64)
  foreach(at RANGE 0 60 3)  # three digits of 4 bits are two of 6
    string(SUBSTRING "${hex}" ${at} 3 three)
    math(EXPR high "0x${three} >> 6")
    math(EXPR low "0x${three} & 63")
    string(SUBSTRING ${digits} ${high} 1 high)
    string(SUBSTRING ${digits} ${low} 1 low)
    string(APPEND base64 ${high}${low})
  endforeach()
  string(SUBSTRING "${hex}" 63 1 last)
  math(EXPR last "0x${last} << 2")
  string(SUBSTRING ${digits} ${last} 1 last)
  set(${out} "${base64}${last}=" PARENT_SCOPE)
endfunction()

# Each is made of files of FOLDER, one behind the other.
set(page_css colours.css base.css figure.css page.css)
set(page_js page.js)
set(figure_css colours.css figure.css)
set(handout_css colours.css base.css figure.css handout.css)
set(overview_css colours.css base.css figure.css overview.css)
set(overview_js overview.js)
set(overview_html overview.html)
set(mistakes_html mistakes.html)

set(code "// Written by the build from grader/report/page/.\n#include \"report/page_files.h\"\n\nnamespace lab::report {\n\n")
foreach(name page_css page_js figure_css handout_css overview_css overview_js overview_html mistakes_html)
  set(text)
  foreach(file IN LISTS ${name})
    file(READ "${FOLDER}/${file}" more)
    string(APPEND text "${more}")
  endforeach()
  string(REPLACE "\r\n" "\n" text "${text}")
  base64_sha256("${text}" hash)
  string(HEX "${text}" bytes)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  string(REGEX REPLACE "(................................................................................)" "\\1\n" bytes "${bytes}")
  string(APPEND code "static constexpr char k_${name}[] = {\n${bytes}};\n"
    "PageFile ${name}() { return {{k_${name}, sizeof k_${name}}, \"sha256-${hash}\"}; }\n\n")
endforeach()
file(WRITE "${OUT}" "${code}}  // namespace lab::report\n")
