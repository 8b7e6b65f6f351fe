# Finds an installed libuv if it has no CMake package, as on Debian. Defines libuv::uv_a.
find_path(LIBUV_INCLUDE_DIR uv.h)
find_library(LIBUV_LIBRARY NAMES uv_a uv)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(libuv REQUIRED_VARS LIBUV_LIBRARY LIBUV_INCLUDE_DIR)
if(libuv_FOUND AND NOT TARGET libuv::uv_a)
  find_package(Threads REQUIRED)
  add_library(libuv::uv_a UNKNOWN IMPORTED)
  set_target_properties(libuv::uv_a PROPERTIES
    IMPORTED_LOCATION "${LIBUV_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${LIBUV_INCLUDE_DIR}"
    INTERFACE_LINK_LIBRARIES "Threads::Threads;${CMAKE_DL_LIBS}")
endif()
