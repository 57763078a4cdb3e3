/* Assertions for tests: functions `void test_name(void)`. A test ends at the first one that does
   not hold. */
#ifndef HONE_TEST_H
#define HONE_TEST_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hone_report.h"

enum hone_kind { HONE_SIGNED, HONE_UNSIGNED, HONE_REAL, HONE_TEXT, HONE_POINTER, HONE_LETTER, HONE_BOOL };

struct hone_value {
  enum hone_kind kind;
  long long number;
  unsigned long long natural;
  double real;
  const void *pointer;
};

struct hone_value hone_signed(long long number);
struct hone_value hone_letter(char letter);
struct hone_value hone_truth(bool truth);
struct hone_value hone_unsigned(unsigned long long number);
struct hone_value hone_real(double number);
struct hone_value hone_text(const char *text);
struct hone_value hone_pointer(const void *pointer);

void hone_check_equal(const char *file, int line, const char *call, struct hone_value actual,
                      struct hone_value expected);
void hone_check_unequal(const char *file, int line, const char *call, struct hone_value actual,
                        struct hone_value other);
/* Compares item by item; the caller has the items as values. */
void hone_check_array(const char *file, int line, const char *call, const struct hone_value *actual,
                      const struct hone_value *expected, size_t size);
void hone_check_near(const char *file, int line, const char *call, double actual, double expected,
                     double tolerance);

/* Hands over what a test saw, for a comparison in another process. */
void hone_observe(struct hone_value seen);
void hone_observe_array(const struct hone_value *seen, size_t size);
enum { HONE_MOST_SEEN = 4000 };

#define HONE_VALUE(x)                                                                              \
  _Generic((x), bool: hone_truth, char: hone_letter, signed char: hone_signed, short: hone_signed, \
      int: hone_signed, long: hone_signed, long long: hone_signed, unsigned char: hone_unsigned,   \
      unsigned short: hone_unsigned, unsigned: hone_unsigned, unsigned long: hone_unsigned,        \
      unsigned long long: hone_unsigned, float: hone_real, double: hone_real,                      \
      long double: hone_real, char *: hone_text, const char *: hone_text,                          \
      default: hone_pointer)(x)

#define CHECK(condition)                                                       \
  do {                                                                         \
    if (!(condition)) hone_failed(__FILE__, __LINE__, "%s does not hold", #condition); \
  } while (0)
#define CHECK_EQ(actual, expected) \
  hone_check_equal(__FILE__, __LINE__, #actual, HONE_VALUE(actual), HONE_VALUE(expected))
#define CHECK_NE(actual, other) \
  hone_check_unequal(__FILE__, __LINE__, #actual, HONE_VALUE(actual), HONE_VALUE(other))
#define CHECK_STR_EQ(actual, expected) \
  hone_check_equal(__FILE__, __LINE__, #actual, hone_text(actual), hone_text(expected))
#define CHECK_NEAR(actual, expected, tolerance) \
  hone_check_near(__FILE__, __LINE__, #actual, actual, expected, tolerance)
#define CHECK_ARRAY_EQ(actual, expected, count)                                             \
  do {                                                                                      \
    size_t hone_size = (size_t)(count);                                                     \
    struct hone_value *hone_all = calloc(2 * hone_size + 1, sizeof *hone_all);              \
    for (size_t hone_i = 0; hone_i < hone_size; hone_i++) {                                 \
      hone_all[hone_i] = HONE_VALUE((actual)[hone_i]);                                      \
      hone_all[hone_size + hone_i] = HONE_VALUE((expected)[hone_i]);                        \
    }                                                                                       \
    hone_check_array(__FILE__, __LINE__, #actual, hone_all, hone_all + hone_size, hone_size); \
    free(hone_all);                                                                         \
  } while (0)

/* An array that is not there, or longer than any that is expected, is not read. */
#define HONE_OBSERVE_ARRAY(actual, count)                                                     \
  do {                                                                                        \
    const void *hone_there = (actual);                                                        \
    size_t hone_size = (size_t)(count);                                                       \
    struct hone_value *hone_all = 0;                                                          \
    if (hone_size <= HONE_MOST_SEEN && (hone_there || hone_size == 0)) {                      \
      hone_all = calloc(hone_size + 1, sizeof *hone_all);                                     \
      for (size_t hone_i = 0; hone_i < hone_size; hone_i++)                                   \
        hone_all[hone_i] = HONE_VALUE((actual)[hone_i]);                                      \
    }                                                                                         \
    hone_observe_array(hone_all, hone_size);                                                  \
    free(hone_all);                                                                           \
  } while (0)

#endif
