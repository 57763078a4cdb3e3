// Assertions for tests: functions `void test_name()`. A test ends at the first one that does not
// hold, with the values on both sides.
#ifndef HONE_TEST_HPP
#define HONE_TEST_HPP

#include "hone_describe.hpp"
#include "hone_literal.hpp"
#include "hone_report.h"

namespace hone {

template <class A, class B>
bool equal(const A &a, const B &b) {
  if constexpr (std::is_floating_point_v<A> || std::is_floating_point_v<B>) {
    const auto x = static_cast<long double>(a), y = static_cast<long double>(b);
    return x == y || std::fabs(x - y) <= 1e-6L * std::max(1.0L, std::fabs(y));
  } else if constexpr (std::is_integral_v<A> && std::is_integral_v<B> &&
                       std::is_signed_v<A> != std::is_signed_v<B>) {
    // Not as the language compares them: -1 is not the largest number.
    return !(a < A{0}) && !(b < B{0}) &&
           static_cast<unsigned long long>(a) == static_cast<unsigned long long>(b);
  } else if constexpr (std::is_convertible_v<const A &, std::string_view> &&
                       std::is_convertible_v<const B &, std::string_view>) {
    return std::string_view(a) == std::string_view(b);
  } else {
    return a == b;
  }
}

template <class A, class B = A>
void check_equal(const char *file, int line, const char *text, const A &actual, const B &expected) {
  if (!equal(actual, expected))
    hone_failed(file, line, "equal(%s): the first is %s, the second %s", text,
                shown(describe(actual)).c_str(), shown(describe(expected)).c_str());
}

template <class A, class B = A>
void check_unequal(const char *file, int line, const char *text, const A &actual, const B &other) {
  if (equal(actual, other))
    hone_failed(file, line, "unequal(%s): both are %s", text, shown(describe(actual)).c_str());
}

template <class Run>
void check_throws(const char *file, int line, const char *text, Run run) {
  try {
    run();
  } catch (...) {
    return;
  }
  hone_failed(file, line, "%s threw nothing, expected an exception", text);
}

template <class Thrown, class Run>
void check_throws_as(const char *file, int line, const char *text, const char *name, Run run) {
  try {
    run();
  } catch (const Thrown &) {
    return;
  } catch (const std::exception &other) {
    hone_failed(file, line, "%s threw %s (%s), expected %s", text, type_name(typeid(other)).c_str(),
                other.what(), name);
  } catch (...) {
    hone_failed(file, line, "%s threw something else, expected %s", text, name);
  }
  hone_failed(file, line, "%s threw nothing, expected %s", text, name);
}

// Whether an exception of this name, in whatever namespace, or derived from it, comes out.
template <class Run>
void check_throws_named(const char *file, int line, const char *text, const char *name, Run run) {
  try {
    run();
  } catch (...) {
    const std::type_info *type = current_exception_type();
    const std::string thrown = type == nullptr ? "" : type_name(*type);
    const std::string ending = std::string("::") + name;
    if (("::" + thrown).size() >= ending.size() &&
        ("::" + thrown).compare(("::" + thrown).size() - ending.size(), ending.size(), ending) == 0)
      return;
    hone_failed(file, line, "%s threw %s, expected %s", text, shown_exception().c_str(), name);
  }
  hone_failed(file, line, "%s threw nothing, expected %s", text, name);
}

template <class Actual>
void check_returns(const char *file, int line, const char *call, const Actual &actual,
                   const char *expected) {
  compare(file, line, call, describe(actual), expected);
}

inline void check_changes(const char *file, int line, const char *call, const Literal &argument,
                          const char *expected) {
  compare(file, line, call, argument.now(), expected);
}

template <class Run>
char *printed_by(Run run) {
  return hone_printed(
      [](void *all) {
        (*static_cast<Run *>(all))();
        std::cout.flush();
      },
      &run);
}

template <class Run>
void check_prints(const char *file, int line, const char *call, const char *expected, Run run) {
  char *printed = printed_by(run);
  hone_check_printed(file, line, call, printed, expected);
  std::free(printed);
}

// The rest only hands over what a test sees.
template <class Actual>
void observe_returned(const Actual &actual) {
  observe(describe(actual));
}

inline void observe_changed(const Literal &argument) { observe(argument.now()); }

template <class Run>
void observe_thrown(Run run) {
  try {
    run();
  } catch (...) {
    observe_exception();
    return;
  }
  hone_hand_over("\"raised\":[]", "nothing");
}

template <class Run>
void observe_printed(Run run) {
  char *printed = printed_by(run);
  hone_observe_printed(printed);
  std::free(printed);
}

}  // namespace hone

#define CHECK(...)                                                                              \
  do {                                                                                          \
    if (!(__VA_ARGS__)) hone_failed(__FILE__, __LINE__, "%s does not hold", #__VA_ARGS__);      \
  } while (0)
#define CHECK_FALSE(...) CHECK(!(__VA_ARGS__))
#define CHECK_EQ(...) hone::check_equal(__FILE__, __LINE__, #__VA_ARGS__, __VA_ARGS__)
#define CHECK_NE(...) hone::check_unequal(__FILE__, __LINE__, #__VA_ARGS__, __VA_ARGS__)
#define CHECK_NEAR(actual, expected, tolerance)                                           \
  do {                                                                                    \
    const double hone_actual = (actual), hone_expected = (expected);                      \
    if (!(std::fabs(hone_actual - hone_expected) <= (tolerance)))                         \
      hone_failed(__FILE__, __LINE__, "%s is %.10g, expected %.10g", #actual, hone_actual, \
                  hone_expected);                                                         \
  } while (0)
#define CHECK_THROWS(...) \
  hone::check_throws(__FILE__, __LINE__, #__VA_ARGS__, [&] { static_cast<void>(__VA_ARGS__); })
#define CHECK_THROWS_AS(expression, type)                            \
  hone::check_throws_as<type>(__FILE__, __LINE__, #expression, #type, \
                              [&] { static_cast<void>(expression); })
#ifndef EXPECT_EQ
// Names that other frameworks have for the same.
#define EXPECT_EQ CHECK_EQ
#define ASSERT_EQ CHECK_EQ
#define EXPECT_NE CHECK_NE
#define ASSERT_NE CHECK_NE
#define EXPECT_TRUE CHECK
#define ASSERT_TRUE CHECK
#define EXPECT_FALSE CHECK_FALSE
#define ASSERT_FALSE CHECK_FALSE
#define EXPECT_NEAR CHECK_NEAR
#define ASSERT_NEAR CHECK_NEAR
#define EXPECT_THROW CHECK_THROWS_AS
#define ASSERT_THROW CHECK_THROWS_AS
#define EXPECT_ANY_THROW CHECK_THROWS
#define REQUIRE CHECK
#endif

#endif
