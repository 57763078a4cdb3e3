#include <cassert>
#include <stdexcept>
#include <string>
#include <vector>

#include "solution.hpp"

using Lines = std::vector<std::string>;

void test_no_words() { assert(wrapped("", 10) == Lines{}); }

void test_words_that_fit_share_a_line() { assert(wrapped("a bc d", 10) == Lines{"a bc d"}); }

void test_a_line_is_broken_at_a_blank() {
  assert((wrapped("one two  three", 7) == Lines{"one two", "three"}));
}

void test_a_word_that_is_too_long_is_refused() {
  try {
    wrapped("tiny enormous", 5);
  } catch (const std::invalid_argument &) {
    return;
  }
  assert(!"an exception was expected");
}
