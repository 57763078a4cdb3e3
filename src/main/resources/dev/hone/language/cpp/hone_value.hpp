// A value of any type as a tree, for comparing it with what an example writes out, and for showing
// it in messages.
#ifndef HONE_VALUE_HPP
#define HONE_VALUE_HPP

#include <string>
#include <typeinfo>
#include <vector>

namespace hone {

struct Value {
  enum class Kind { nothing, truth, whole, real, text, list, set, map, opaque };
  Kind kind = Kind::nothing;
  bool truth = false;
  bool negative = false;
  unsigned long long magnitude = 0;
  double real = 0;
  std::string text;          // of a text; of an opaque value the name of its type
  bool letter = false;       // whether the text is a single character
  std::vector<Value> items;  // of a map: key, value, key, value
};

Value of_truth(bool truth);
Value of_signed(long long number);
Value of_unsigned(unsigned long long number);
Value of_real(double number);
Value of_text(std::string text);
Value of_letter(char letter);
Value of_opaque(const std::type_info &type);

// Reads JSON; a number without a point and an exponent is whole.
Value parsed(const char *json);
// The value as C++ programmers write it, shortened.
std::string shown(const Value &value);
std::string type_name(const std::type_info &type);
const std::type_info *current_exception_type();
// The exception that is being handled: its type, and what it says.
std::string shown_exception();
// Whether a value is the expected one: sets in any order, numbers with a fraction within 1e-6.
bool same(const Value &actual, const Value &expected);
// Ends the test if a value is not the expected one.
void compare(const char *file, int line, const char *call, const Value &actual,
             const char *expected);
// Ends the test: a value of an example is none of the type that the function wants.
[[noreturn]] void unfit(const Value &value, const std::type_info &type);

// Hands over what a test saw, for a comparison in another process: a value, or the exception that
// is being handled.
void observe(const Value &seen);
void observe_exception();

}  // namespace hone

#endif
