// Values of examples that become whatever type a function wants.
#ifndef HONE_LITERAL_HPP
#define HONE_LITERAL_HPP

#include "hone_describe.hpp"

namespace hone {

template <class T>
T make(const Value &value);

// A field of a struct that takes its type from the struct.
struct Field {
  const Value &value;
  template <class T>
  operator T() const {
    return make<T>(value);
  }
};

template <class T, class = void>
struct has_insert : std::false_type {};
template <class T>
struct has_insert<T, std::void_t<decltype(std::declval<T &>().insert(
                         std::declval<T &>().end(), std::declval<typename T::value_type>()))>>
    : std::true_type {};

template <class T>
struct is_array : std::false_type {};
template <class T, std::size_t N>
struct is_array<std::array<T, N>> : std::true_type {};

template <class T>
struct held {};
template <class T>
struct held<std::optional<T>> {
  using type = T;
  static std::optional<T> of(T &&value) { return std::optional<T>(std::move(value)); }
};
template <class T>
struct held<std::shared_ptr<T>> {
  using type = T;
  static std::shared_ptr<T> of(T &&value) { return std::make_shared<T>(std::move(value)); }
};
template <class T>
struct held<std::unique_ptr<T>> {
  using type = T;
  static std::unique_ptr<T> of(T &&value) { return std::make_unique<T>(std::move(value)); }
};

template <class T, class = void>
struct is_held : std::false_type {};
template <class T>
struct is_held<T, std::void_t<typename held<T>::type>> : std::true_type {};

inline std::vector<Value> entries(const Value &value) {
  if (value.kind != Value::Kind::map) return value.items;
  std::vector<Value> all;
  for (std::size_t i = 0; i + 1 < value.items.size(); i += 2) {
    Value pair;
    pair.kind = Value::Kind::list;
    pair.items = {value.items[i], value.items[i + 1]};
    all.push_back(pair);
  }
  return all;
}

inline bool is_many(const Value &value) {
  return value.kind == Value::Kind::list || value.kind == Value::Kind::map ||
         value.kind == Value::Kind::set;
}

template <class T>
T make_whole(const Value &value) {
  if (value.kind == Value::Kind::truth) return static_cast<T>(value.truth);
  if (value.kind == Value::Kind::text && value.text.size() == 1)
    return static_cast<T>(value.text[0]);
  if (value.kind != Value::Kind::whole) unfit(value, typeid(T));
  const T number = static_cast<T>(value.negative ? 0 - value.magnitude : value.magnitude);
  const Value made = std::is_signed_v<T> ? of_signed(static_cast<long long>(number))
                                         : of_unsigned(static_cast<unsigned long long>(number));
  if (!same(made, value)) unfit(value, typeid(T));
  return number;
}

template <class T, std::size_t... I>
T make_fields(const Value &value, std::index_sequence<I...>) {
  const std::vector<Value> items = value.items;
  if (!is_many(value) || items.size() != sizeof...(I)) unfit(value, typeid(T));
  if constexpr (has_tuple_size<T>::value) {
    return T(make<std::decay_t<std::tuple_element_t<I, T>>>(items[I])...);
  } else {
    return T{Field{items[I]}...};
  }
}

template <class T>
struct item_of {
  using type = T;
};
template <class Key, class Item>
struct item_of<std::pair<const Key, Item>> {
  using type = std::pair<Key, Item>;
};

template <class T>
T make_range(const Value &value) {
  if (!is_many(value)) unfit(value, typeid(T));
  T range;
  for (const Value &item : entries(value))
    range.insert(range.end(), make<typename item_of<typename T::value_type>::type>(item));
  return range;
}

template <class T>
T make_array(const Value &value) {
  T array{};
  if (!is_many(value) || value.items.size() != array.size()) unfit(value, typeid(T));
  for (std::size_t i = 0; i < array.size(); i++)
    array[i] = make<typename T::value_type>(value.items[i]);
  return array;
}

template <class T>
T make(const Value &value) {
  if constexpr (std::is_same_v<T, Value>) {
    return value;
  } else if constexpr (std::is_same_v<T, bool>) {
    if (value.kind == Value::Kind::truth) return value.truth;
    if (value.kind != Value::Kind::whole || value.magnitude > 1) unfit(value, typeid(T));
    return value.magnitude == 1;
  } else if constexpr (std::is_integral_v<T>) {
    return make_whole<T>(value);
  } else if constexpr (std::is_floating_point_v<T>) {
    if (value.kind == Value::Kind::real) return static_cast<T>(value.real);
    if (value.kind != Value::Kind::whole) unfit(value, typeid(T));
    return (value.negative ? -1 : 1) * static_cast<T>(value.magnitude);
  } else if constexpr (std::is_same_v<T, std::string>) {
    if (value.kind != Value::Kind::text) unfit(value, typeid(T));
    return value.text;
  } else if constexpr (is_held<T>::value) {
    if (value.kind == Value::Kind::nothing) return T();
    return held<T>::of(make<typename held<T>::type>(value));
  } else if constexpr (is_array<T>::value) {
    return make_array<T>(value);
  } else if constexpr (has_insert<T>::value) {
    return make_range<T>(value);
  } else if constexpr (has_tuple_size<T>::value) {
    return make_fields<T>(value, std::make_index_sequence<std::tuple_size_v<T>>());
  } else if constexpr (std::is_aggregate_v<T> && std::is_class_v<T>) {
    return make_fields<T>(value, std::make_index_sequence<field_count<T>()>());
  } else if constexpr (std::is_pointer_v<T> || std::is_null_pointer_v<T>) {
    if (value.kind != Value::Kind::nothing) unfit(value, typeid(T));
    return nullptr;
  } else {
    unfit(value, typeid(T));
  }
}

// An argument of a call. It becomes the type of the parameter, by value, by reference or as a C
// string, and keeps what it became, so that a change made by the function can be seen.
class Literal {
 public:
  explicit Literal(const char *json) : value_(parsed(json)) {}
  explicit Literal(Value value) : value_(std::move(value)) {}

  template <class T, class Plain = std::remove_const_t<T>,
            std::enable_if_t<!std::is_same_v<Plain, Literal>, int> = 0>
  operator T &() const {
    Plain *made = nullptr;
    if constexpr (std::is_same_v<Plain, const char *>) {
      made = keep(new Plain(c_string()));
    } else if constexpr (std::is_same_v<Plain, char *>) {
      made = keep(new Plain(c_string()));
    } else if constexpr (std::is_same_v<Plain, std::string_view>) {
      made = keep(new Plain(c_string()));
    } else {
      made = keep(new Plain(make<Plain>(value_)));
    }
    now_ = [made] { return describe(*made); };
    return *made;
  }

  // What it is after the call; as it was where nothing took it.
  Value now() const { return now_ ? now_() : value_; }

 private:
  template <class T>
  T *keep(T *made) const {
    kept_.push_back(std::shared_ptr<void>(made, [](void *one) { delete static_cast<T *>(one); }));
    return made;
  }

  char *c_string() const {
    if (value_.kind == Value::Kind::nothing) return nullptr;
    if (value_.kind != Value::Kind::text) unfit(value_, typeid(const char *));
    return keep(new std::string(value_.text))->data();
  }

  Value value_;
  mutable std::vector<std::shared_ptr<void>> kept_;
  mutable std::function<Value()> now_;
};

}  // namespace hone

#endif
