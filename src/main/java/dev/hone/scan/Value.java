package dev.hone.scan;

/// What an expression may stand for, as far as its text tells.
sealed interface Value {
  /// Something reached by a qualified name, such as `os.system`; `()` in it means the result of a
  /// call, as in `pathlib.Path().unlink`.
  record Named(String path) implements Value {}

  /// A constant text.
  record Text(String text) implements Value {}
}
