package dev.hone.language.values;

import static java.util.Map.entry;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as the languages write them.
final class Numbers {
  private static final Pattern NUMBER =
      Pattern.compile(
          "([-+−]?)(?:0([xX])([0-9a-fA-F_]+)|0([bB])([01_]+)|0([oO])([0-7_]+)"
              + "|((?:\\d(?:[\\d_]|'(?=\\d))*(?:\\.\\d[\\d_]*)?|\\.\\d+)(?:[eE][-+]?\\d+)?))"
              + "(_?[uif](?:8|16|32|64|128|size)|[uU]?[lL]{1,2}[uU]?|[uU]|[nfFdD])?(?!\\w|\\.\\d)");
  // What the first digits could be taken for octal is left to those who know the language.
  private static final Pattern LEADING_ZERO = Pattern.compile("0[\\d_']+");
  private static final Pattern FRACTION = Pattern.compile(".*[.eE].*");
  private static final Pattern FRACTION_SUFFIX = Pattern.compile("_?f(?:32|64)|[fFdD]");
  private static final Pattern OPEN_FRACTION = Pattern.compile("\\.(?=\\s*[,\\]})])");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          entry("i8::MAX", "127"),
          entry("i8::MIN", "-128"),
          entry("u8::MAX", "255"),
          entry("i16::MAX", "32767"),
          entry("i16::MIN", "-32768"),
          entry("u16::MAX", "65535"),
          entry("i32::MAX", "2147483647"),
          entry("i32::MIN", "-2147483648"),
          entry("u32::MAX", "4294967295"),
          entry("i64::MAX", "9223372036854775807"),
          entry("i64::MIN", "-9223372036854775808"),
          entry("u64::MAX", "18446744073709551615"),
          entry("Integer.MAX_VALUE", "2147483647"),
          entry("Integer.MIN_VALUE", "-2147483648"),
          entry("Long.MAX_VALUE", "9223372036854775807"),
          entry("Long.MIN_VALUE", "-9223372036854775808"),
          entry("INT_MAX", "2147483647"),
          entry("INT_MIN", "-2147483648"),
          entry("UINT_MAX", "4294967295"),
          entry("LLONG_MAX", "9223372036854775807"),
          entry("LLONG_MIN", "-9223372036854775808"),
          entry("INT32_MAX", "2147483647"),
          entry("INT32_MIN", "-2147483648"),
          entry("INT64_MAX", "9223372036854775807"),
          entry("INT64_MIN", "-9223372036854775808"),
          entry("UINT32_MAX", "4294967295"),
          entry("UINT64_MAX", "18446744073709551615"),
          entry("math.MaxInt8", "127"),
          entry("math.MaxInt16", "32767"),
          entry("math.MaxInt32", "2147483647"),
          entry("math.MinInt32", "-2147483648"),
          entry("math.MaxUint32", "4294967295"),
          entry("math.MaxInt64", "9223372036854775807"),
          entry("math.MinInt64", "-9223372036854775808"),
          entry("Number.MAX_SAFE_INTEGER", "9007199254740991"),
          entry("Number.MIN_SAFE_INTEGER", "-9007199254740991"));

  private Numbers() {}

  /// {@return the number that a constant of a language stands for, such as `i32::MAX`}
  static Optional<Value> named(String name) {
    return Optional.ofNullable(NAMED.get(name)).map(n -> new Value.Whole(new BigInteger(n)));
  }

  /// {@return the number that stands here, or empty where there is none}
  static Optional<Value> read(Cursor cursor) {
    Matcher number = cursor.matcher(NUMBER);
    if (!number.lookingAt()) {
      return Optional.empty();
    }
    cursor.moveTo(number.end());
    String sign = number.group(1).isEmpty() || number.group(1).equals("+") ? "" : "-";
    for (int radix = 2; radix < 8; radix += 2) {
      if (number.group(radix) != null) {
        return Optional.of(
            new Value.Whole(
                new BigInteger(sign + plain(number.group(radix + 1)), base(number.group(radix)))));
      }
    }
    return Optional.of(decimal(cursor, sign, number));
  }

  private static Value decimal(Cursor cursor, String sign, Matcher number) {
    String written = number.group(8);
    String suffix = number.group(9) == null ? "" : number.group(9);
    if (LEADING_ZERO.matcher(written).matches()) {
      throw new Cursor.Unreadable();
    }
    boolean open = suffix.isEmpty() && cursor.take(OPEN_FRACTION);
    return open || FRACTION.matcher(written).matches() || FRACTION_SUFFIX.matcher(suffix).matches()
        ? new Value.Fraction(sign + plain(written))
        : new Value.Whole(new BigInteger(sign + plain(written)));
  }

  private static int base(String letter) {
    return switch (letter) {
      case "x", "X" -> 16;
      case "b", "B" -> 2;
      default -> 8;
    };
  }

  private static String plain(String digits) {
    return digits.replace("_", "").replace("'", "");
  }
}
