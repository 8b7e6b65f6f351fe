# Finds an installed libevent with its HTTP server if it has no CMake package, as on Debian. Uses the static libraries, so that a built kit
# needs no other file. Defines libevent::extra.
find_path(LIBEVENT_INCLUDE_DIR event2/http.h)
find_library(LIBEVENT_CORE_LIBRARY NAMES libevent_core.a event_core)
find_library(LIBEVENT_EXTRA_LIBRARY NAMES libevent_extra.a event_extra)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(libevent REQUIRED_VARS LIBEVENT_EXTRA_LIBRARY LIBEVENT_CORE_LIBRARY LIBEVENT_INCLUDE_DIR)
if(libevent_FOUND AND NOT TARGET libevent::extra)
  add_library(libevent::extra UNKNOWN IMPORTED)
  set_target_properties(libevent::extra PROPERTIES
    IMPORTED_LOCATION "${LIBEVENT_EXTRA_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${LIBEVENT_INCLUDE_DIR}"
    INTERFACE_LINK_LIBRARIES "${LIBEVENT_CORE_LIBRARY}")
endif()
