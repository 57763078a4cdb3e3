#include <assert.h>
#include "solution.h"

void test_no_heights(void) {
  int none[1] = {0};
  assert(longest_rise(none, 0) == 0);
}

void test_one_height(void) {
  int heights[] = {7};
  assert(longest_rise(heights, 1) == 1);
}

void test_a_rise_in_the_middle(void) {
  int heights[] = {5, 1, 2, 3, 2};
  assert(longest_rise(heights, 5) == 3);
}

void test_equal_heights_end_a_rise(void) {
  int heights[] = {1, 2, 2, 3, 4, 1};
  assert(longest_rise(heights, 6) == 3);
}
