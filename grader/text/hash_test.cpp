// Checks the hash against the published test vectors for FNV-1a: what is stored under a hash must be found again.
#include "text/hash.h"

#include <gtest/gtest.h>

namespace lab::text {
namespace {

TEST(Hash, IsFnv1a) {
  EXPECT_EQ(hash(""), 0xcbf29ce484222325u);
  EXPECT_EQ(hash("a"), 0xaf63dc4c8601ec8cu);
  EXPECT_EQ(hash("foobar"), 0x85944171f73967e8u);
  EXPECT_EQ(hash("\xff"), (kHashOfNothing ^ 0xff) * 0x100000001b3u) << "a byte is no negative number";
}

TEST(Hash, GoesOnWhereItEnded) { EXPECT_EQ(hash("bar", hash("foo")), hash("foobar")); }

}  // namespace
}  // namespace lab::text
