
  private static Object call(String name, Object... arguments) throws Throwable {
    int dot = name.lastIndexOf('.');
    Class<?> type = type(dot < 0 ? CLASS : name.substring(0, dot));
    String method = name.substring(dot + 1);
    for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
      for (Method one : owner.getDeclaredMethods()) {
        Object[] fitting =
            one.getName().equals(method) && !one.isBridge() ? fitting(one, arguments) : null;
        if (fitting != null) {
          return invoke(type, one, fitting);
        }
      }
    }
    String shown = Arrays.deepToString(arguments);
    throw new Missing(type.getName() + " has no method " + method + " that takes " + shown);
  }

  private static Class<?> type(String name) {
    for (String prefix : PACKAGES) {
      try {
        return Class.forName(prefix + name);
      } catch (ClassNotFoundException e) {
        continue;
      }
    }
    throw new Missing("there is no class " + name);
  }

  private static Object invoke(Class<?> type, Method method, Object[] arguments) throws Throwable {
    try {
      Object self = null;
      if (!Modifier.isStatic(method.getModifiers())) {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        self = constructor.newInstance();
      }
      method.setAccessible(true);
      return method.invoke(self, arguments);
    } catch (NoSuchMethodException e) {
      throw new Missing(type.getName() + " has no constructor without arguments");
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** The arguments as the method takes them, or null if it does not take them. */
  private static Object[] fitting(Method method, Object[] arguments) {
    Type[] types = method.getGenericParameterTypes();
    Object[] given = arguments;
    int last = types.length - 1;
    if (method.isVarArgs() && arguments.length >= last) {
      boolean whole = arguments.length == types.length && arguments[last] instanceof List;
      if (!whole) {
        given = Arrays.copyOf(arguments, types.length);
        given[last] = Arrays.asList(arguments).subList(last, arguments.length);
      }
    }
    if (given.length != types.length) {
      return null;
    }
    Object[] fitting = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      try {
        fitting[i] = as(types[i], given[i]);
      } catch (ArithmeticException | ClassCastException | IllegalArgumentException e) {
        return null;
      }
    }
    return fitting;
  }

  private static Object as(Type type, Object value) {
    Class<?> raw = raw(type);
    if (value == null) {
      if (raw.isPrimitive()) {
        throw new ClassCastException();
      }
      return raw == Optional.class ? Optional.empty() : null;
    }
    if (raw.isArray() && !raw.isInstance(value)) {
      Type part =
          type instanceof GenericArrayType g ? g.getGenericComponentType() : raw.getComponentType();
      Collection<?> items = (Collection<?>) value;
      Object array = Array.newInstance(raw.getComponentType(), items.size());
      int i = 0;
      for (Object item : items) {
        Array.set(array, i++, as(part, item));
      }
      return array;
    }
    if (value instanceof Map<?, ?> map && Map.class.isAssignableFrom(raw)) {
      Map<Object, Object> result =
          raw.isAssignableFrom(LinkedHashMap.class) ? new LinkedHashMap<>() : new TreeMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        result.put(as(part(type, 0), entry.getKey()), as(part(type, 1), entry.getValue()));
      }
      return raw.cast(result);
    }
    if (value instanceof Collection<?> items && Iterable.class.isAssignableFrom(raw)) {
      return raw.cast(collection(raw, part(type, 0), items));
    }
    if (raw == Optional.class) {
      return Optional.of(
          as(part(type, 0), value instanceof Optional<?> o ? o.orElse(null) : value));
    }
    if (raw == Map.Entry.class && value instanceof List<?> pair && pair.size() == 2) {
      return new AbstractMap.SimpleEntry<Object, Object>(
          as(part(type, 0), pair.get(0)), as(part(type, 1), pair.get(1)));
    }
    return single(raw, value);
  }

  private static Collection<Object> collection(Class<?> raw, Type part, Collection<?> items) {
    Collection<Object> result =
        raw.isAssignableFrom(ArrayList.class)
            ? new ArrayList<>()
            : raw.isAssignableFrom(LinkedHashSet.class)
                ? new LinkedHashSet<>()
                : raw.isAssignableFrom(LinkedList.class)
                    ? new LinkedList<>()
                    : raw.isAssignableFrom(PriorityQueue.class)
                        ? new PriorityQueue<>()
                        : raw == ArrayDeque.class ? new ArrayDeque<>() : new TreeSet<>();
    for (Object item : items) {
      result.add(as(part, item));
    }
    return result;
  }

  private static Object single(Class<?> raw, Object value) {
    boolean whole =
        value instanceof Integer || value instanceof Long || value instanceof BigInteger;
    if (value instanceof Number number) {
      BigDecimal exact = new BigDecimal(number.toString());
      if (raw == double.class || raw == Double.class) {
        return number.doubleValue();
      } else if (raw == float.class || raw == Float.class) {
        return number.floatValue();
      } else if (raw == BigDecimal.class) {
        return exact;
      } else if (whole && (raw == int.class || raw == Integer.class)) {
        return exact.intValueExact();
      } else if (whole && (raw == long.class || raw == Long.class)) {
        return exact.longValueExact();
      } else if (whole && raw == BigInteger.class) {
        return exact.toBigIntegerExact();
      } else if (whole && (raw == short.class || raw == Short.class)) {
        return exact.shortValueExact();
      } else if (whole && (raw == byte.class || raw == Byte.class)) {
        return exact.byteValueExact();
      }
    }
    String text = value instanceof String || value instanceof Character ? value.toString() : null;
    if (text != null && text.length() == 1 && (raw == char.class || raw == Character.class)) {
      return text.charAt(0);
    } else if (text != null && (raw == String.class || raw == CharSequence.class)) {
      return text;
    } else if (text != null && raw.isEnum()) {
      for (Object constant : raw.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(text)) {
          return constant;
        }
      }
    } else if (raw == boolean.class) {
      return (Boolean) value;
    }
    return raw.cast(value);
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    } else if (type instanceof ParameterizedType generic) {
      return raw(generic.getRawType());
    } else if (type instanceof GenericArrayType array) {
      return Array.newInstance(raw(array.getGenericComponentType()), 0).getClass();
    } else if (type instanceof TypeVariable<?> variable) {
      return raw(variable.getBounds()[0]);
    }
    return raw(((WildcardType) type).getUpperBounds()[0]);
  }

  private static Type part(Type type, int index) {
    return type instanceof ParameterizedType generic
        ? generic.getActualTypeArguments()[index]
        : Object.class;
  }

  private static Object list(Object... items) {
    return new ArrayList<>(Arrays.asList(items));
  }

  private static Object set(Object... items) {
    return new LinkedHashSet<>(Arrays.asList(items));
  }

  private static Object map(Object... entries) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put(entries[i], entries[i + 1]);
    }
    return map;
  }

  private static void check(String call, Object actual, Object expected) {
    if (!same(actual, expected)) {
      throw new AssertionError(call + " returned " + show(actual) + ", expected " + show(expected));
    }
  }

  private static boolean same(Object actual, Object expected) {
    if (actual instanceof Optional<?> some) {
      return same(some.orElse(null), expected instanceof Optional<?> e ? e.orElse(null) : expected);
    } else if (actual == null || expected == null || expected.equals(actual)) {
      return Objects.equals(expected, actual);
    } else if (actual instanceof Number a && expected instanceof Number e) {
      return same(a, e);
    } else if (actual instanceof char[] letters && expected instanceof String) {
      return new String(letters).equals(expected);
    } else if (expected instanceof Map<?, ?> wanted) {
      return actual instanceof Map<?, ?> map
          ? sameEntries(map, wanted)
          : wanted.isEmpty() && actual instanceof Collection<?> items && items.isEmpty();
    } else if (expected instanceof Collection<?> wanted) {
      Collection<?> items = items(actual);
      boolean loose = actual instanceof Set || expected instanceof Set;
      return items != null && (loose ? sameItems(items, wanted) : sameRow(items, wanted));
    } else if (expected instanceof String || expected instanceof Character) {
      return !(actual instanceof Number || actual instanceof Boolean)
          && actual.toString().equals(expected.toString());
    }
    return actual.getClass().isArray()
        && expected.getClass().isArray()
        && sameRow(items(actual), items(expected));
  }

  private static boolean same(Number actual, Number expected) {
    double a = actual.doubleValue();
    double e = expected.doubleValue();
    if (expected instanceof Double) {
      return a == e || Math.abs(a - e) <= 1e-6 * Math.abs(e) + 1e-12;
    }
    boolean exact = !Double.isNaN(a) && !Double.isInfinite(a);
    return exact
        && new BigDecimal(actual.toString()).compareTo(new BigDecimal(expected.toString())) == 0;
  }

  private static Collection<?> items(Object value) {
    if (value instanceof Collection<?> items) {
      return items;
    } else if (value instanceof Map.Entry<?, ?> entry) {
      return Arrays.asList(entry.getKey(), entry.getValue());
    } else if (value.getClass().isArray()) {
      List<Object> items = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        items.add(Array.get(value, i));
      }
      return items;
    } else if (value instanceof Record) {
      List<Object> items = new ArrayList<>();
      for (RecordComponent part : value.getClass().getRecordComponents()) {
        try {
          part.getAccessor().setAccessible(true);
          items.add(part.getAccessor().invoke(value));
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(e);
        }
      }
      return items;
    }
    return null;
  }

  private static boolean sameRow(Collection<?> actual, Collection<?> expected) {
    Iterator<?> wanted = expected.iterator();
    for (Object item : actual) {
      if (!wanted.hasNext() || !same(item, wanted.next())) {
        return false;
      }
    }
    return !wanted.hasNext();
  }

  private static boolean sameItems(Collection<?> actual, Collection<?> expected) {
    List<Object> rest = new ArrayList<>(actual);
    for (Object wanted : expected) {
      boolean found = false;
      for (Iterator<Object> left = rest.iterator(); !found && left.hasNext(); ) {
        found = same(left.next(), wanted);
        if (found) {
          left.remove();
        }
      }
      if (!found) {
        return false;
      }
    }
    return rest.isEmpty();
  }

  private static boolean sameEntries(Map<?, ?> actual, Map<?, ?> expected) {
    return sameItems(entries(actual), entries(expected));
  }

  private static List<Object> entries(Map<?, ?> map) {
    List<Object> entries = new ArrayList<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      entries.add(Arrays.asList(entry.getKey(), entry.getValue()));
    }
    return entries;
  }

  private static String show(Object value) {
    if (value instanceof String) {
      return "\"" + value + "\"";
    }
    String shown = Arrays.deepToString(new Object[] {value});
    return shown.substring(1, shown.length() - 1);
  }

  private interface Action {
    void run() throws Throwable;
  }

  /** What is asked for is not there, which is no error that a test can expect. */
  private static final class Missing extends AssertionError {
    Missing(String message) {
      super(message);
    }
  }

  private static void checkThrows(String call, String name, Action action) {
    Throwable thrown = null;
    try {
      action.run();
    } catch (Missing missing) {
      throw missing;
    } catch (Throwable error) {
      thrown = error;
      for (Class<?> type = error.getClass(); type != null; type = type.getSuperclass()) {
        if (type.getSimpleName().equals(name) || type.getName().equals(name)) {
          return;
        }
      }
    }
    String message =
        call + " threw " + (thrown == null ? "nothing" : thrown) + ", expected " + name;
    throw new AssertionError(message);
  }

  private static void checkPrints(String call, String expected, Action action) throws Throwable {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setOut(before);
    }
    String text = printed.toString(StandardCharsets.UTF_8);
    if (!plain(text).equals(plain(expected))) {
      throw new AssertionError(call + " printed " + show(text) + ", expected " + show(expected));
    }
  }

  private static String plain(String text) {
    return text.strip().replaceAll("[ \t\r]*\n", "\n");
  }
}
