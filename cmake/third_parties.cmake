# Third-party libraries: the system's packages if available, otherwise downloads, pinned by hash, at versions that work with CMake 4. Rooms
# use each as third_NAME, wherever it comes from.
include(FetchContent)

function(third name)
  add_library(third_${name} INTERFACE)
  target_link_libraries(third_${name} INTERFACE ${ARGN})
endfunction()

set(INSTALL_GTEST OFF)
FetchContent_Declare(googletest SYSTEM
  URL https://github.com/google/googletest/releases/download/v1.17.0/googletest-1.17.0.tar.gz
  URL_HASH SHA256=65fab701d9829d38cb77c14acdc431d2108bfdbf8979e40eb8ae567edf10b27c
  DOWNLOAD_EXTRACT_TIMESTAMP TRUE
  FIND_PACKAGE_ARGS NAMES GTest)
FetchContent_Declare(nlohmann_json SYSTEM
  URL https://github.com/nlohmann/json/releases/download/v3.12.0/json.tar.xz
  URL_HASH SHA256=42f6e95cad6ec532fd372391373363b62a14af6d771056dbfc86160e6dfff7aa
  DOWNLOAD_EXTRACT_TIMESTAMP TRUE
  FIND_PACKAGE_ARGS)
FetchContent_Declare(fmt SYSTEM
  URL https://github.com/fmtlib/fmt/archive/refs/tags/11.1.4.tar.gz
  URL_HASH SHA256=ac366b7b4c2e9f0dde63a59b3feb5ee59b67974b14ee5dc9ea8ad78aa2c1ee1e
  DOWNLOAD_EXTRACT_TIMESTAMP TRUE
  FIND_PACKAGE_ARGS)
FetchContent_Declare(CLI11 SYSTEM
  URL https://github.com/CLIUtils/CLI11/archive/refs/tags/v2.5.0.tar.gz
  URL_HASH SHA256=17e02b4cddc2fa348e5dbdbb582c59a3486fa2b2433e70a0c3bacb871334fd55
  DOWNLOAD_EXTRACT_TIMESTAMP TRUE
  FIND_PACKAGE_ARGS)
FetchContent_Declare(tomlplusplus SYSTEM
  URL https://github.com/marzer/tomlplusplus/archive/refs/tags/v3.4.0.tar.gz
  URL_HASH SHA256=8517f65938a4faae9ccf8ebb36631a38c1cadfb5efa85d9a72e15b9e97d25155
  DOWNLOAD_EXTRACT_TIMESTAMP TRUE
  FIND_PACKAGE_ARGS)
set(BUILD_MD2HTML_EXECUTABLE OFF CACHE BOOL "md4c's own program")
FetchContent_Declare(md4c SYSTEM  # the hash comes from several packagers: the archive was not downloaded here, but its tag was built
  URL https://github.com/mity/md4c/archive/refs/tags/release-0.5.2.tar.gz
  URL_HASH SHA256=55d0111d48fb11883aaee91465e642b8b640775a4d6993c2d0e7a8092758ef21
  DOWNLOAD_EXTRACT_TIMESTAMP TRUE
  FIND_PACKAGE_ARGS)
set(LIBUV_BUILD_SHARED OFF)
set(LIBUV_BUILD_TESTS OFF)
FetchContent_Declare(libuv SYSTEM
  URL https://github.com/libuv/libuv/archive/refs/tags/v1.51.0.tar.gz
  URL_HASH SHA256=27e55cf7083913bfb6826ca78cde9de7647cded648d35f24163f2d31bb9f51cd
  DOWNLOAD_EXTRACT_TIMESTAMP TRUE
  FIND_PACKAGE_ARGS MODULE)

foreach(part OPENSSL BENCHMARK TESTS REGRESS SAMPLES THREAD_SUPPORT)
  set(EVENT__DISABLE_${part} ON)
endforeach()
set(EVENT__LIBRARY_TYPE STATIC)
# Debian's package has additional security fixes: for proxies, DNS servers, evrpc and UNIX sockets. The kit uses none of these.
FetchContent_Declare(libevent SYSTEM
  URL https://github.com/libevent/libevent/releases/download/release-2.1.12-stable/libevent-2.1.12-stable.tar.gz
  URL_HASH SHA256=92e6de1be9ec176428fd2367677e61ceffc2ee1cb119035037a27d346b0403bb
  DOWNLOAD_EXTRACT_TIMESTAMP TRUE
  FIND_PACKAGE_ARGS MODULE)

# The hashes come from several packagers: neither archive was downloaded here. Debian's sources of both (3.6.2, 1.2.13) were built this way
# with MinGW.
FetchContent_Declare(zlib SYSTEM
  URL https://github.com/madler/zlib/releases/download/v1.3.1/zlib-1.3.1.tar.gz
  URL_HASH SHA256=9a93b2b7dfdac77ceba5a558a580e74667dd6fede4585b91eefb60f03b72df23
  DOWNLOAD_EXTRACT_TIMESTAMP TRUE)
FetchContent_Declare(libarchive SYSTEM
  URL https://github.com/libarchive/libarchive/releases/download/v3.7.7/libarchive-3.7.7.tar.xz
  URL_HASH SHA256=879acd83c3399c7caaee73fe5f7418e06087ab2aaf40af3e99b9e29beb29faee
  DOWNLOAD_EXTRACT_TIMESTAMP TRUE)

foreach(policy 0077 0091 0126)  # so that they respect the variables set here and the C runtime from settings.cmake
  set(CMAKE_POLICY_DEFAULT_CMP${policy} NEW)
endforeach()
set(CMAKE_POLICY_VERSION_MINIMUM 3.5)  # makes CMake 4 accept libevent, which requires only 3.1

# Builds third_event from source.
function(third_event_source)
  FetchContent_MakeAvailable(libevent)
  third(event event_extra_static event_core_static)
  target_include_directories(third_event SYSTEM INTERFACE "${libevent_SOURCE_DIR}/include" "${libevent_BINARY_DIR}/include")
  if(WIN32)
    target_link_libraries(third_event INTERFACE iphlpapi)
  endif()
endfunction()

# Builds third_md4c and third_uv from source.
function(third_sources)
  FetchContent_MakeAvailable(md4c libuv)
  third(md4c md4c-html)
  target_include_directories(third_md4c SYSTEM INTERFACE "${md4c_SOURCE_DIR}/src")
  third(uv uv_a)
endfunction()

# Builds third_archive: libarchive with only zlib, so without .7z and .xz. The programs that come with the library are not built.
function(third_archive_sources)
  foreach(part TEST TAR CPIO CAT UNZIP INSTALL OPENSSL MBEDTLS NETTLE LIBB2 LZ4 LZO LZMA ZSTD BZip2 LIBXML2 EXPAT WIN32_XMLLITE PCREPOSIX PCRE2POSIX
      CNG ACL XATTR ICONV)
    set(ENABLE_${part} OFF)
  endforeach()
  set(POSIX_REGEX_LIB NONE CACHE STRING "libarchive needs none to read")
  set(BUILD_SHARED_LIBS OFF)
  set(SKIP_INSTALL_ALL ON)
  set(ZLIB_BUILD_EXAMPLES OFF)
  FetchContent_MakeAvailable(zlib)
  set(ZLIB_INCLUDE_DIR "${zlib_SOURCE_DIR};${zlib_BINARY_DIR}")
  set(ZLIB_LIBRARY zlibstatic)
  FetchContent_MakeAvailable(libarchive)
  third(archive archive_static)
  target_include_directories(third_archive SYSTEM INTERFACE "${libarchive_SOURCE_DIR}/libarchive")
  target_compile_definitions(third_archive INTERFACE LIBARCHIVE_STATIC)
endfunction()

if(CMAKE_CROSSCOMPILING)
  # Debian's header-only libraries work with MinGW, too; a separate folder makes only these visible.
  set(headers "${CMAKE_BINARY_DIR}/third_party")
  file(MAKE_DIRECTORY "${headers}")
  foreach(library nlohmann fmt CLI toml++)
    file(CREATE_LINK "/usr/include/${library}" "${headers}/${library}" SYMBOLIC)
  endforeach()
  add_library(third_headers INTERFACE)
  target_include_directories(third_headers SYSTEM INTERFACE "${headers}")
  third(json third_headers)
  third(fmt third_headers)
  target_compile_definitions(third_fmt INTERFACE FMT_HEADER_ONLY)
  set(FETCHCONTENT_SOURCE_DIR_GOOGLETEST /usr/src/googletest CACHE PATH "GoogleTest's source, as Debian ships it")
  FetchContent_MakeAvailable(googletest)
  if(LAB_NATIVE_HALF)
    third(cli third_headers)
    third(toml third_headers)
    include(debian_sources)
    debian_source(libuv1 FETCHCONTENT_SOURCE_DIR_LIBUV)
    debian_source(md4c FETCHCONTENT_SOURCE_DIR_MD4C)
    debian_source(libevent FETCHCONTENT_SOURCE_DIR_LIBEVENT)
    third_sources()
    third_event_source()
    # No third_archive: it takes minutes to build here, and Debian's original source lacks the fixes in its package.
  endif()
else()
  FetchContent_MakeAvailable(googletest nlohmann_json fmt CLI11 tomlplusplus md4c libuv libevent)
  if(WIN32)
    third_archive_sources()
  else()
    find_package(LibArchive REQUIRED)
    third(archive LibArchive::LibArchive)
  endif()
  third(json nlohmann_json::nlohmann_json)
  third(fmt fmt::fmt)
  third(cli CLI11::CLI11)
  third(toml tomlplusplus::tomlplusplus)
  if(TARGET md4c::md4c-html)
    third(md4c md4c::md4c-html)
  else()
    third(md4c md4c-html)
    target_include_directories(third_md4c SYSTEM INTERFACE "${md4c_SOURCE_DIR}/src")
  endif()
  if(TARGET libuv::uv_a)
    third(uv libuv::uv_a)
  else()
    third(uv uv_a)
  endif()
  if(TARGET libevent::extra)
    third(event libevent::extra)
  else()
    third_event_source()
  endif()
endif()
third(gmock GTest::gmock GTest::gtest)
