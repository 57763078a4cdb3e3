// Describes values of any type as trees.
#ifndef HONE_DESCRIBE_HPP
#define HONE_DESCRIBE_HPP

#include "hone_standard.hpp"
#include "hone_value.hpp"

namespace hone {

template <class T>
Value describe(const T &value);

template <class T, class = void>
struct is_range : std::false_type {};
template <class T>
struct is_range<T, std::void_t<decltype(std::begin(std::declval<const T &>())),
                               decltype(std::end(std::declval<const T &>()))>> : std::true_type {};

template <class T, class = void>
struct has_key : std::false_type {};
template <class T>
struct has_key<T, std::void_t<typename T::key_type>> : std::true_type {};

template <class T, class = void>
struct has_mapped : std::false_type {};
template <class T>
struct has_mapped<T, std::void_t<typename T::mapped_type>> : std::true_type {};

template <class T, class = void>
struct has_tuple_size : std::false_type {};
template <class T>
struct has_tuple_size<T, std::void_t<decltype(std::tuple_size<T>::value)>> : std::true_type {};

// std::optional and the smart pointers.
template <class T, class = void>
struct is_holder : std::false_type {};
template <class T>
struct is_holder<T, std::void_t<decltype(static_cast<bool>(std::declval<const T &>())),
                                decltype(*std::declval<const T &>())>> : std::true_type {};

template <class T>
struct is_variant : std::false_type {};
template <class... T>
struct is_variant<std::variant<T...>> : std::true_type {};

// Stands for a field of any type while the fields of a struct are counted.
struct Anything {
  template <class T>
  operator T() const;
};

template <class T, class Fields, class = void>
struct takes : std::false_type {};
template <class T, std::size_t... I>
struct takes<T, std::index_sequence<I...>, std::void_t<decltype(T{(void(I), Anything{})...})>>
    : std::true_type {};

template <class T, std::size_t Count = 6>
constexpr std::size_t field_count() {
  if constexpr (Count == 0) {
    return 0;
  } else if constexpr (takes<T, std::make_index_sequence<Count>>::value) {
    return Count;
  } else {
    return field_count<T, Count - 1>();
  }
}

template <class... T>
Value described_list(const T &...items) {
  Value list;
  list.kind = Value::Kind::list;
  (list.items.push_back(describe(items)), ...);
  return list;
}

template <class T>
Value describe_fields(const T &value) {
  constexpr std::size_t count = field_count<T>();
  if constexpr (count == 1) {
    const auto &[a] = value;
    return described_list(a);
  } else if constexpr (count == 2) {
    const auto &[a, b] = value;
    return described_list(a, b);
  } else if constexpr (count == 3) {
    const auto &[a, b, c] = value;
    return described_list(a, b, c);
  } else if constexpr (count == 4) {
    const auto &[a, b, c, d] = value;
    return described_list(a, b, c, d);
  } else if constexpr (count == 5) {
    const auto &[a, b, c, d, e] = value;
    return described_list(a, b, c, d, e);
  } else {
    return of_opaque(typeid(T));
  }
}

template <class T>
Value describe_range(const T &range) {
  Value value;
  value.kind = Value::Kind::list;
  if constexpr (has_mapped<T>::value) {
    value.kind = Value::Kind::map;
    for (const auto &[key, mapped] : range) {
      value.items.push_back(describe(key));
      value.items.push_back(describe(mapped));
    }
  } else {
    if constexpr (has_key<T>::value) value.kind = Value::Kind::set;
    using Item = std::decay_t<decltype(*std::begin(range))>;
    if constexpr (std::is_same_v<T, std::vector<bool>>) {
      for (const bool item : range) value.items.push_back(of_truth(item));
    } else {
      for (const Item &item : range) value.items.push_back(describe(item));
    }
  }
  return value;
}

template <class T>
Value describe(const T &value) {
  if constexpr (std::is_same_v<T, bool>) {
    return of_truth(value);
  } else if constexpr (std::is_same_v<T, char>) {
    return of_letter(value);
  } else if constexpr (std::is_integral_v<T>) {
    return std::is_signed_v<T> ? of_signed(static_cast<long long>(value))
                               : of_unsigned(static_cast<unsigned long long>(value));
  } else if constexpr (std::is_floating_point_v<T>) {
    return of_real(static_cast<double>(value));
  } else if constexpr (std::is_enum_v<T>) {
    return of_signed(static_cast<long long>(value));
  } else if constexpr (std::is_null_pointer_v<T> || std::is_same_v<T, std::nullopt_t> ||
                       std::is_same_v<T, std::monostate>) {
    return Value();
  } else if constexpr (std::is_same_v<std::decay_t<T>, char *> ||
                       std::is_same_v<std::decay_t<T>, const char *>) {
    const char *text = value;
    return text == nullptr ? Value() : of_text(text);
  } else if constexpr (std::is_convertible_v<const T &, std::string_view>) {
    return of_text(std::string(std::string_view(value)));
  } else if constexpr (is_range<T>::value) {
    return describe_range(value);
  } else if constexpr (is_holder<T>::value) {
    if constexpr (std::is_void_v<std::remove_reference_t<decltype(*value)>>) {
      return of_opaque(typeid(T));
    } else {
      return value ? describe(*value) : Value();
    }
  } else if constexpr (is_variant<T>::value) {
    return std::visit([](const auto &one) { return describe(one); }, value);
  } else if constexpr (has_tuple_size<T>::value) {
    return std::apply([](const auto &...items) { return described_list(items...); }, value);
  } else if constexpr (std::is_aggregate_v<T> && std::is_class_v<T>) {
    return describe_fields(value);
  } else {
    return of_opaque(typeid(T));
  }
}

}  // namespace hone

#endif
