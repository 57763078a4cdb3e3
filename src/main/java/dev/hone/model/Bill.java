package dev.hone.model;

/// Who gave a reply, and what it cost.
///
/// @param model the model's name, or empty where it was not said
/// @param cost what the reply cost
public record Bill(String model, Cost cost) {
  /// {@return the bill of a reply of which nothing is said}
  public static Bill unknown() {
    return new Bill("", Cost.unknown());
  }
}
