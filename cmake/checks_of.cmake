# Read by CTest when it looks for tests: one for each check of the lab whose rubric this is. Given: rubric, grader, runs, prefix, properties.
file(STRINGS "${rubric}" lines REGEX "^id *= *\"")
foreach(line IN LISTS lines)
  string(REGEX REPLACE "^id *= *\"([^\"]*)\".*" "\\1" check "${line}")
  add_test("${prefix}${check}" "${grader}" judge "${runs}" --only ${check})
  set_tests_properties("${prefix}${check}" PROPERTIES ${properties})
endforeach()
