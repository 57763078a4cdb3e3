#include "hone_value.hpp"

#include <cxxabi.h>

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <new>
#include <optional>
#include <stdexcept>
#include <variant>

#include "hone_report.h"

namespace hone {

Value of_truth(bool truth) {
  Value value;
  value.kind = Value::Kind::truth;
  value.truth = truth;
  return value;
}

Value of_signed(long long number) {
  Value value = of_unsigned(number < 0 ? 0 - static_cast<unsigned long long>(number)
                                       : static_cast<unsigned long long>(number));
  value.negative = number < 0;
  return value;
}

Value of_unsigned(unsigned long long number) {
  Value value;
  value.kind = Value::Kind::whole;
  value.magnitude = number;
  return value;
}

Value of_real(double number) {
  Value value;
  value.kind = Value::Kind::real;
  value.real = number;
  return value;
}

Value of_text(std::string text) {
  Value value;
  value.kind = Value::Kind::text;
  value.text = std::move(text);
  return value;
}

Value of_letter(char letter) {
  Value value = of_text(std::string(1, letter));
  value.letter = true;
  return value;
}

Value of_opaque(const std::type_info &type) {
  Value value;
  value.kind = Value::Kind::opaque;
  value.text = type_name(type);
  return value;
}

std::string type_name(const std::type_info &type) {
  int status = 0;
  char *name = abi::__cxa_demangle(type.name(), nullptr, nullptr, &status);
  std::string text = name == nullptr ? type.name() : name;
  std::free(name);
  return text;
}

const std::type_info *current_exception_type() { return abi::__cxa_current_exception_type(); }

std::string shown_exception() {
  const std::type_info *type = current_exception_type();
  const std::string name = type == nullptr ? "something else" : type_name(*type);
  try {
    throw;
  } catch (const std::exception &thrown) {
    return name + " (" + thrown.what() + ")";
  } catch (...) {
    return name;
  }
}

namespace {

void put_utf8(std::string &text, unsigned code) {
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xc0 | code >> 6);
    text += static_cast<char>(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    text += static_cast<char>(0xe0 | code >> 12);
    text += static_cast<char>(0x80 | (code >> 6 & 0x3f));
    text += static_cast<char>(0x80 | (code & 0x3f));
  } else {
    text += static_cast<char>(0xf0 | code >> 18);
    text += static_cast<char>(0x80 | (code >> 12 & 0x3f));
    text += static_cast<char>(0x80 | (code >> 6 & 0x3f));
    text += static_cast<char>(0x80 | (code & 0x3f));
  }
}

// The text is what Hone wrote, so nothing is checked.
struct Reader {
  const char *at;

  Value next() {
    switch (*at) {
      case '[': return items(Value::Kind::list, ']');
      case '{': return items(Value::Kind::map, '}');
      case '"': return of_text(quoted());
      case 'n': at += 4; return Value();
      case 't': at += 4; return of_truth(true);
      case 'f': at += 5; return of_truth(false);
      default: return number();
    }
  }

  Value items(Value::Kind kind, char close) {
    Value value;
    value.kind = kind;
    for (at++; *at != close;) {
      if (*at == ',' || *at == ':') at++;
      value.items.push_back(next());
    }
    at++;
    return value;
  }

  Value number() {
    const std::size_t size = std::strcspn(at, ",:]}");
    const std::string text(at, size);
    at += size;
    if (text.find_first_of(".eE") != std::string::npos) return of_real(std::strtod(text.c_str(), nullptr));
    const bool negative = text[0] == '-';
    Value value = of_unsigned(std::strtoull(text.c_str() + negative, nullptr, 10));
    value.negative = negative && value.magnitude != 0;
    return value;
  }

  unsigned hexadecimal() {
    const unsigned code = static_cast<unsigned>(std::stoul(std::string(at, 4), nullptr, 16));
    at += 4;
    return code;
  }

  std::string quoted() {
    std::string text;
    for (at++; *at != '"';) {
      if (*at != '\\') {
        text += *at++;
        continue;
      }
      at++;
      const char kind = *at++;
      switch (kind) {
        case 'n': text += '\n'; break;
        case 't': text += '\t'; break;
        case 'r': text += '\r'; break;
        case 'b': text += '\b'; break;
        case 'f': text += '\f'; break;
        case 'u': {
          unsigned code = hexadecimal();
          if (code >= 0xd800 && code < 0xdc00 && at[0] == '\\' && at[1] == 'u') {
            at += 2;
            code = 0x10000 + ((code - 0xd800) << 10) + (hexadecimal() - 0xdc00);
          }
          put_utf8(text, code);
          break;
        }
        default: text += kind;
      }
    }
    at++;
    return text;
  }
};

double as_real(const Value &value) {
  if (value.kind == Value::Kind::real) return value.real;
  const double size = static_cast<double>(value.magnitude);
  return value.negative ? -size : size;
}

bool is_number(const Value &value) {
  return value.kind == Value::Kind::whole || value.kind == Value::Kind::real;
}

bool same_number(const Value &actual, const Value &expected) {
  if (actual.kind == Value::Kind::whole && expected.kind == Value::Kind::whole)
    return actual.negative == expected.negative && actual.magnitude == expected.magnitude;
  const double a = as_real(actual), b = as_real(expected);
  if (a == b || (std::isnan(a) && std::isnan(b))) return true;
  return std::fabs(a - b) <= 1e-6 * std::fmax(1, std::fabs(b));
}

// Each of one finds its own of the other, in whatever order.
bool same_unordered(const std::vector<Value> &actual, const std::vector<Value> &expected) {
  std::vector<bool> taken(expected.size(), false);
  for (const Value &one : actual) {
    std::size_t i = 0;
    while (i < expected.size() && (taken[i] || !same(one, expected[i]))) i++;
    if (i == expected.size()) return false;
    taken[i] = true;
  }
  return actual.size() == expected.size();
}

std::vector<Value> pairs(const Value &map) {
  if (map.kind != Value::Kind::map) return map.items;
  std::vector<Value> all;
  for (std::size_t i = 0; i + 1 < map.items.size(); i += 2) {
    Value pair;
    pair.kind = Value::Kind::list;
    pair.items = {map.items[i], map.items[i + 1]};
    all.push_back(pair);
  }
  return all;
}

bool is_many(const Value &value) {
  return value.kind == Value::Kind::list || value.kind == Value::Kind::set ||
         value.kind == Value::Kind::map;
}

bool same_items(const Value &actual, const Value &expected) {
  const std::vector<Value> a = pairs(actual), b = pairs(expected);
  if (actual.kind != Value::Kind::list) return same_unordered(a, b);
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); i++) {
    if (!same(a[i], b[i])) return false;
  }
  return true;
}

}  // namespace

Value parsed(const char *json) { return Reader{json}.next(); }

bool same(const Value &actual, const Value &expected) {
  if (is_number(actual) && is_number(expected)) return same_number(actual, expected);
  if (is_many(actual) && is_many(expected)) return same_items(actual, expected);
  // Truth as a number is usual in C++.
  if (actual.kind == Value::Kind::whole && expected.kind == Value::Kind::truth)
    return !actual.negative && actual.magnitude == (expected.truth ? 1u : 0u);
  if (actual.kind == Value::Kind::truth && expected.kind == Value::Kind::whole)
    return same(expected, actual);
  if (actual.kind != expected.kind) return false;
  switch (actual.kind) {
    case Value::Kind::nothing: return true;
    case Value::Kind::truth: return actual.truth == expected.truth;
    case Value::Kind::text: return actual.text == expected.text;
    default: return false;
  }
}

std::string shown(const Value &value) {
  constexpr std::size_t most = 300;
  std::string text;
  switch (value.kind) {
    case Value::Kind::nothing: return "nothing (null)";
    case Value::Kind::truth: return value.truth ? "true" : "false";
    case Value::Kind::whole: return (value.negative ? "-" : "") + std::to_string(value.magnitude);
    case Value::Kind::real: {
      char number[40];
      std::snprintf(number, sizeof number, "%.10g", value.real);
      return number;
    }
    case Value::Kind::text: {
      const char *quote = value.letter ? "'" : "\"";
      return quote + (value.text.size() > most ? value.text.substr(0, most) + "…" : value.text) + quote;
    }
    case Value::Kind::opaque: return "a value of type " + value.text;
    default: break;
  }
  for (const Value &item : pairs(value)) {
    if (!text.empty()) text += ", ";
    text += text.size() > most ? "…" : shown(item);
    if (text.size() > most) break;
  }
  return "{" + text + "}";
}

void compare(const char *file, int line, const char *call, const Value &actual,
             const char *expected) {
  const Value wanted = parsed(expected);
  if (!same(actual, wanted))
    hone_failed(file, line, "%s returned %s, expected %s", call, shown(actual).c_str(),
                shown(wanted).c_str());
}

void unfit(const Value &value, const std::type_info &type) {
  hone_error("the example has %s where the code has the type %s", shown(value).c_str(),
             type_name(type).c_str());
}

namespace {

std::string json(const std::string &text) {
  char *quoted = hone_json(text.data(), text.size());
  std::string copy = quoted;
  std::free(quoted);
  return copy;
}

// Values as they are written down, as long as there is room.
struct Writer {
  std::string text;
  std::size_t parts = 4000, room = 20000;
  bool whole = true;

  bool spend(std::size_t characters) {
    whole = whole && parts > 0 && room >= characters;
    if (whole) {
      parts--;
      room -= characters;
    }
    return whole;
  }

  void put(const Value &value) {
    if (!spend(value.text.size())) return;
    switch (value.kind) {
      case Value::Kind::nothing: text += "[\"nothing\"]"; break;
      case Value::Kind::truth: text += value.truth ? "[\"truth\",true]" : "[\"truth\",false]"; break;
      case Value::Kind::whole:
        text += std::string("[\"whole\",\"") + (value.negative ? "-" : "") +
                std::to_string(value.magnitude) + "\"]";
        break;
      case Value::Kind::real: {
        char number[64];
        std::snprintf(number, sizeof number, "%.17g", value.real);
        text += std::string("[\"fraction\",\"") + (std::isnan(value.real) ? "nan" : number) + "\"]";
        break;
      }
      case Value::Kind::text: text += "[\"text\"," + json(value.text) + "]"; break;
      case Value::Kind::list: row("list", value.items, 1); break;
      case Value::Kind::set: row("set", value.items, 1); break;
      case Value::Kind::map: row("map", value.items, 2); break;
      case Value::Kind::opaque: text += "[\"other\"," + json(value.text) + ",[]]"; break;
    }
  }

  // In a map two items, a key and its value, stand together.
  void row(const char *kind, const std::vector<Value> &items, std::size_t together) {
    text += std::string("[\"") + kind + "\",[";
    for (std::size_t i = 0; i < items.size() && whole; i++) {
      if (i > 0) text += ",";
      if (together == 2 && i % 2 == 0) text += "[";
      put(items[i]);
      if (together == 2 && i % 2 == 1) text += "]";
    }
    text += "]]";
  }
};

template <class Thrown>
void add_if(std::string &names, const std::exception &thrown, const char *name) {
  if (dynamic_cast<const Thrown *>(&thrown) != nullptr) names += "," + json(name);
}

void add_standard(std::string &names, const std::exception &thrown) {
  add_if<std::exception>(names, thrown, "std::exception");
  add_if<std::logic_error>(names, thrown, "std::logic_error");
  add_if<std::invalid_argument>(names, thrown, "std::invalid_argument");
  add_if<std::domain_error>(names, thrown, "std::domain_error");
  add_if<std::length_error>(names, thrown, "std::length_error");
  add_if<std::out_of_range>(names, thrown, "std::out_of_range");
  add_if<std::runtime_error>(names, thrown, "std::runtime_error");
  add_if<std::range_error>(names, thrown, "std::range_error");
  add_if<std::overflow_error>(names, thrown, "std::overflow_error");
  add_if<std::underflow_error>(names, thrown, "std::underflow_error");
  add_if<std::bad_alloc>(names, thrown, "std::bad_alloc");
  add_if<std::bad_cast>(names, thrown, "std::bad_cast");
  add_if<std::bad_optional_access>(names, thrown, "std::bad_optional_access");
  add_if<std::bad_variant_access>(names, thrown, "std::bad_variant_access");
}

}  // namespace

void observe(const Value &seen) {
  Writer writer;
  writer.put(seen);
  const std::string written = writer.whole ? writer.text : "[\"other\",\"...\",[]]";
  hone_hand_over(("\"returned\":" + written).c_str(), shown(seen).c_str());
}

// The names are those of the type, with and without what it is in, and of the standard types above
// it; `*` stands for any exception.
void observe_exception() {
  const std::type_info *type = current_exception_type();
  const std::string name = type == nullptr ? "something else" : type_name(*type);
  std::string names = "\"*\"," + json(name);
  for (std::size_t at = name.find("::"); at != std::string::npos; at = name.find("::", at + 2))
    names += "," + json(name.substr(at + 2));
  try {
    throw;
  } catch (const std::exception &thrown) {
    add_standard(names, thrown);
  } catch (...) {
  }
  hone_hand_over(("\"raised\":[" + names + "]").c_str(), shown_exception().c_str());
}

}  // namespace hone
