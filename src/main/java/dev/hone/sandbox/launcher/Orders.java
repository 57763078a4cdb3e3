package dev.hone.sandbox.launcher;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The policy and the command as the launcher reads them from its command line, or is told them
/// later. Every character of a string stands for one byte, so that names pass unchanged whatever
/// the locale is.
final class Orders {
  private static final int MOST_DIGITS = 8;

  private final Map<String, String> values = new HashMap<>();
  private final List<String> readable = new ArrayList<>();
  private final List<String> writable = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final List<String> environment = new ArrayList<>();
  private final List<String> command;

  private Orders(List<String> command) {
    this.command = command;
  }

  /// {@return the orders in the last arguments of this process}
  ///
  /// @param count how many of its arguments are meant
  static Orders ofThisProcess(int count) throws LaunchFailure {
    // Java decodes arguments by the locale, and in the C locale loses all that is not ASCII.
    try (FileInputStream in = new FileInputStream("/proc/self/cmdline")) {
      List<String> arguments = words(in.readAllBytes());
      return of(arguments.subList(arguments.size() - count, arguments.size()));
    } catch (IOException e) {
      throw new LaunchFailure("reading /proc/self/cmdline", 0);
    }
  }

  /// {@return the orders that this process is told, after waiting for them} They are the number of
  /// their bytes on a line, and each with a zero behind it. What follows is left to the command.
  ///
  /// @param in where they come from, without a buffer
  static Orders told(InputStream in) throws LaunchFailure {
    try {
      int length = 0;
      int digits = 0;
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < '0' || next > '9' || ++digits > MOST_DIGITS) {
          throw new LaunchFailure("being told the length of the orders", 0);
        }
        length = 10 * length + next - '0';
      }
      byte[] words = in.readNBytes(length);
      if (words.length < length) {
        throw new LaunchFailure("being told the orders", 0);
      }
      return of(words(words));
    } catch (IOException e) {
      throw new LaunchFailure("being told the orders", 0);
    }
  }

  private static List<String> words(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    List<String> words = new ArrayList<>();
    for (int start = 0; start < all.length(); ) {
      int end = all.indexOf('\0', start);
      end = end < 0 ? all.length() : end;
      words.add(all.substring(start, end));
      start = end + 1;
    }
    return words;
  }

  static Orders of(List<String> arguments) throws LaunchFailure {
    int end = arguments.indexOf("--");
    if (end < 0 || end == arguments.size() - 1) {
      throw new LaunchFailure("reading the arguments: no command after --", 0);
    }
    Orders orders = new Orders(arguments.subList(end + 1, arguments.size()));
    for (String argument : arguments.subList(0, end)) {
      int equals = argument.indexOf('=');
      if (equals < 0) {
        throw new LaunchFailure("reading the argument ".concat(argument), 0);
      }
      orders.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    return orders;
  }

  private void put(String key, String value) {
    switch (key) {
      case "read" -> readable.add(value);
      case "write" -> writable.add(value);
      case "join" -> groups.add(value);
      case "env" -> environment.add(value);
      default -> values.put(key, value);
    }
  }

  List<String> command() {
    return Collections.unmodifiableList(command);
  }

  List<String> readable() {
    return Collections.unmodifiableList(readable);
  }

  List<String> writable() {
    return Collections.unmodifiableList(writable);
  }

  /// {@return the files by which this thread joins control groups}
  List<String> groups() {
    return Collections.unmodifiableList(groups);
  }

  /// {@return the variables of the command, or none where it is to see those of this process}
  List<String> environment() {
    return Collections.unmodifiableList(environment);
  }

  /// {@return the file that marks the end of the set-up, or empty}
  String mark() {
    return values.getOrDefault("mark", "");
  }

  String workFolder() throws LaunchFailure {
    return value("work");
  }

  long number(String key) throws LaunchFailure {
    try {
      return Long.parseLong(value(key));
    } catch (NumberFormatException e) {
      throw new LaunchFailure("reading the argument ".concat(key), 0);
    }
  }

  SeccompPolicy seccomp() throws LaunchFailure {
    return new SeccompPolicy(truth("inet"), truth("shared"), truth("truncate"));
  }

  boolean landlock() throws LaunchFailure {
    return truth("landlock");
  }

  private boolean truth(String key) throws LaunchFailure {
    return value(key).equals("true");
  }

  private String value(String key) throws LaunchFailure {
    String value = values.get(key);
    if (value == null) {
      throw new LaunchFailure("reading the arguments: no ".concat(key), 0);
    }
    return value;
  }
}
