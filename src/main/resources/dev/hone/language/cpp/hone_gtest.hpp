// GoogleTest and the standard library, compiled once for test files that use it.
#include <gtest/gtest.h>
#if __has_include(<gmock/gmock.h>)
#include <gmock/gmock.h>
#endif

#include "hone_standard.hpp"
