package dev.hone.language.c;

import dev.hone.language.c.CValues.Kind;
import dev.hone.language.gcc.Signature;
import dev.hone.language.gcc.Signature.Parameter;
import dev.hone.language.values.Call;
import dev.hone.language.values.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A call of an example, written for a function whose types are known. Arrays and texts that the
/// function may change become variables; the length after an array is filled in where the example
/// leaves it out, and so is a pointer to the length of what is returned.
///
/// @param declarations variables before the call, one a line
/// @param text the call
/// @param changed the variables that the call can change
/// @param lengths the lengths of the arrays that were given, in order
/// @param returnedLength the variable for the length of what is returned; empty for none
record CCall(
    String declarations,
    String text,
    List<Changed> changed,
    List<Integer> lengths,
    String returnedLength) {
  private static final String LENGTH = "(?i).*(?:size|len|length|count|num|n)\\d*|[a-z]?[nlk]";
  // Room for a function that makes its text longer in place.
  private static final int ROOM = 256;

  CCall {
    changed = List.copyOf(changed);
    lengths = List.copyOf(lengths);
  }

  /// A variable that the call can change.
  ///
  /// @param name the variable
  /// @param type its type, a pointer
  /// @param length how many items it has; for a text -1
  record Changed(String name, String type, int length) {}

  static Optional<CCall> of(Call call, Signature signature) {
    Writer writer = new Writer(call, signature);
    return writer.write() ? Optional.of(writer.result()) : Optional.empty();
  }

  private static final class Writer {
    private final Call call;
    private final Signature signature;
    private final StringBuilder declarations = new StringBuilder();
    private final List<String> arguments = new ArrayList<>();
    private final List<Changed> changed = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private String returnedLength = "";
    private int next;

    Writer(Call call, Signature signature) {
      this.call = call;
      this.signature = signature;
    }

    CCall result() {
      String text = call.name() + "(" + String.join(", ", arguments) + ")";
      return new CCall(declarations.toString(), text, changed, lengths, returnedLength);
    }

    boolean write() {
      List<Parameter> parameters = signature.parameters();
      for (int i = 0; i < parameters.size(); i++) {
        Parameter parameter = parameters.get(i);
        int wanted = parameters.size() - i;
        int left = call.arguments().size() - next;
        boolean leftOut =
            left < wanted && (isLengthOfLast(i, parameter) || isReturnedLength(parameter));
        boolean whole =
            leftOut
                ? fillIn(parameter)
                : (left > 0 && argument(call.arguments().get(next++), parameter));
        if (!whole) {
          return false;
        }
      }
      return next == call.arguments().size();
    }

    private boolean isLengthOfLast(int i, Parameter parameter) {
      return i > 0
          && CValues.kind(parameter.type()) == Kind.WHOLE
          && CValues.kind(signature.parameters().get(i - 1).type()) == Kind.ARRAY
          && !lengths.isEmpty()
          && parameter.name().matches(LENGTH);
    }

    private boolean isReturnedLength(Parameter parameter) {
      return parameter.isChangeable()
          && CValues.kind(CValues.item(parameter.type())) == Kind.WHOLE
          && CValues.kind(signature.returned()) == Kind.ARRAY
          && parameter.name().matches(LENGTH)
          && next == call.arguments().size()
          && returnedLength.isEmpty();
    }

    private boolean fillIn(Parameter parameter) {
      if (CValues.kind(parameter.type()) == Kind.WHOLE) {
        arguments.add(String.valueOf(lengths.getLast()));
        return true;
      }
      returnedLength = "returned_length";
      declarations.append("%s returned_length = 0;\n".formatted(CValues.item(parameter.type())));
      arguments.add("&returned_length");
      return true;
    }

    private boolean argument(Value value, Parameter parameter) {
      Kind kind = CValues.kind(parameter.type());
      String name = "argument_" + (arguments.size() + 1);
      if (kind == Kind.TEXT && parameter.isChangeable() && value instanceof Value.Text(var text)) {
        int size = text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + ROOM;
        declarations.append(
            "char %s[%d] = %s;\n".formatted(name, size, CValues.of(value, kind).orElseThrow()));
        changed.add(new Changed(name, parameter.type(), -1));
        arguments.add(name);
        return true;
      }
      if (kind == Kind.ARRAY && !(value instanceof Value.Nothing)) {
        return array(value, parameter, name);
      }
      Optional<String> text = CValues.of(value, kind);
      text.ifPresent(arguments::add);
      return text.isPresent();
    }

    private boolean array(Value value, Parameter parameter, String name) {
      String item = CValues.item(parameter.type()).replaceFirst("^(?:restrict|static)\\s+", "");
      Optional<List<String>> items = CValues.items(value, item);
      if (items.isEmpty()) {
        return false;
      }
      int size = items.get().size();
      // An array without items is no C.
      String content = size == 0 ? "0" : String.join(", ", items.get());
      String plain = item.replaceAll("\\bconst\\b\\s*", "").strip();
      String type = plain.startsWith("char") && item.contains("const") ? "const " + plain : plain;
      declarations.append("%s %s[%d] = {%s};\n".formatted(type, name, Math.max(1, size), content));
      if (parameter.isChangeable()) {
        changed.add(new Changed(name, parameter.type(), size));
      }
      lengths.add(size);
      arguments.add(name);
      return true;
    }
  }
}
