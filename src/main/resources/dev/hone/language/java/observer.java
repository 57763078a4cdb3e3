
  /** Hands over what a test saw, for a comparison in another process. Nothing here is expected. */
  private static void handOver(TestReporter reporter, String seen, String shown) {
    String cut = shown.length() > 1000 ? shown.substring(0, 1000) + "..." : shown;
    reporter.publishEntry("hone", "{" + seen + ",\"shown\":" + json(cut) + "}");
  }

  private static void returned(TestReporter reporter, Object value) {
    String written;
    String shown = "";
    try {
      written = new Written().whole(value);
      shown = show(value);
    } catch (RuntimeException | StackOverflowError tooMuch) {
      written = "[\"other\",\"...\",[]]";
      shown = "a value of " + value.getClass().getName();
    }
    handOver(reporter, "\"returned\":" + written, shown);
  }

  private static void threw(TestReporter reporter, Action action) {
    try {
      action.run();
      handOver(reporter, "\"raised\":[]", "nothing");
    } catch (Missing missing) {
      throw missing;
    } catch (Throwable error) {
      List<String> names = new ArrayList<>();
      for (Class<?> type = error.getClass(); type != null; type = type.getSuperclass()) {
        names.add(json(type.getSimpleName()));
        names.add(json(type.getName()));
      }
      handOver(reporter, "\"raised\":" + names, "" + error);
    }
  }

  private static void printed(TestReporter reporter, Action action) throws Throwable {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setOut(before);
    }
    String text = printed.toString(StandardCharsets.UTF_8);
    String cut = text.length() > 20000 ? text.substring(0, 20000) : text;
    handOver(reporter, "\"printed\":" + json(cut), show(text));
  }

  private static String json(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      boolean plain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
      json.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return json.append('"').toString();
  }

  /** Writes one value down by what it is. */
  private static final class Written {
    private int parts = 4000;
    private int room = 20000;

    /** A value that a text may be expected of, too, with what it says of itself. */
    String whole(Object value) {
      boolean several = value instanceof Collection || value instanceof Map;
      return several ? other(value, value(value, 0)) : value(value, 0);
    }

    private String value(Object value, int depth) {
      spend(0);
      if (depth > 100) {
        throw new IllegalStateException("nested too deep");
      } else if (value instanceof Optional<?> some) {
        return value(some.orElse(null), depth + 1);
      } else if (value == null) {
        return "[\"nothing\"]";
      } else if (value instanceof Boolean truth) {
        return "[\"truth\"," + truth + "]";
      } else if (value instanceof Number number) {
        return number(number);
      } else if (value instanceof String || value instanceof Character) {
        return text(value);
      } else if (value instanceof char[] letters) {
        return other(new String(letters), row("list", items(value), depth));
      } else if (value instanceof Map<?, ?> map) {
        return row("map", entries(map), depth);
      } else if (value instanceof Set<?> set) {
        return row("set", set, depth);
      } else if (value instanceof Record) {
        return other(value, row("list", items(value), depth));
      }
      Collection<?> items = items(value);
      return items == null ? other(value, "") : row("list", items, depth);
    }

    private String number(Number number) {
      boolean whole =
          number instanceof Integer
              || number instanceof Long
              || number instanceof BigInteger
              || number instanceof Short
              || number instanceof Byte
              || number instanceof java.util.concurrent.atomic.AtomicInteger
              || number instanceof java.util.concurrent.atomic.AtomicLong;
      if (number instanceof BigDecimal exact && exact.stripTrailingZeros().scale() <= 0) {
        return "[\"whole\"," + json(spent(exact.toBigIntegerExact().toString())) + "]";
      }
      String text = whole ? number.toString() : Double.toString(number.doubleValue());
      return "[\"" + (whole ? "whole" : "fraction") + "\"," + json(spent(text)) + "]";
    }

    private String text(Object value) {
      return "[\"text\"," + json(spent(value.toString())) + "]";
    }

    private String other(Object value, String inner) {
      String name = value.getClass().getSimpleName();
      String rest = inner.isEmpty() ? "" : "," + inner;
      return "[\"other\"," + json(name) + ",[" + text(value) + rest + "]]";
    }

    private String row(String kind, Collection<?> items, int depth) {
      List<String> written = new ArrayList<>();
      for (Object item : items) {
        String inner = value(item, depth + 1);
        // A pair of a map without the word for a row.
        written.add(kind.equals("map") ? inner.substring(8, inner.length() - 1) : inner);
      }
      return "[\"" + kind + "\"," + written + "]";
    }

    private String spent(String text) {
      spend(text.length());
      return text;
    }

    private void spend(int characters) {
      parts--;
      room -= characters;
      if (parts < 0 || room < 0) {
        throw new IllegalStateException("too large");
      }
    }
  }
