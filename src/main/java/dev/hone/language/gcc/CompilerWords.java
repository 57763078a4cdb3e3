package dev.hone.language.gcc;

import dev.hone.language.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads what gcc, clang and the linker print. Warnings are passed over. A note that names what is
/// to be done, such as a header to include, is added to the message before it.
final class CompilerWords {
  private static final int MOST = 20;
  private static final Pattern MESSAGE =
      Pattern.compile("([^:\\s][^:]*):(\\d+):(?:(\\d+):)? (fatal error|error|note|warning): (.*)");
  private static final Pattern SOURCE = Pattern.compile("\\s*(\\d+) \\| ?(.*)");
  private static final Pattern ORIGIN =
      Pattern.compile("([^:\\s/][^:]*):(\\d+):(?:(\\d+):)?\\s+required (?:from|by).*");
  private static final Pattern LINKER =
      Pattern.compile(
          ".*?((?:undefined reference to|multiple definition of|undefined symbol|cannot find -l|unable to find library -l).*)");
  private static final Pattern NO_LIBRARY = Pattern.compile("find (?:library )?-l(\\w+)");
  private static final Pattern HINT =
      Pattern.compile(".*(?:did you forget to|did you mean|include '<|suggested alternative).*");

  private final List<Diagnostic> found = new ArrayList<>();
  private String originPath = "";
  private int originLine;
  private boolean wantsSource;

  private CompilerWords() {}

  static List<Diagnostic> read(String words) {
    CompilerWords reader = new CompilerWords();
    words.lines().forEach(reader::line);
    if (reader.found.isEmpty()) {
      reader.found.add(new Diagnostic("", 0, 0, "", ending(words), ""));
    }
    return reader.found.stream().distinct().limit(MOST).toList();
  }

  /// Of a compiler that was ended or gave up without naming a place.
  private static String ending(String words) {
    List<String> lines = words.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    return lines.stream()
        .filter(line -> line.contains("error: ") || line.contains("out of memory"))
        .findFirst()
        .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()))
        .orElse("the compiler failed without a word");
  }

  private void line(String line) {
    Matcher origin = ORIGIN.matcher(line);
    if (origin.matches()) {
      originPath = plain(origin.group(1));
      originLine = Integer.parseInt(origin.group(2));
      return;
    }
    Matcher message = MESSAGE.matcher(line);
    if (message.matches()) {
      message(message);
      return;
    }
    Matcher source = SOURCE.matcher(line);
    if (source.matches()) {
      source(Integer.parseInt(source.group(1)), source.group(2));
      return;
    }
    Matcher linker = LINKER.matcher(line);
    if (linker.matches()) {
      add(new Diagnostic("", 0, 0, "link", linked(linker.group(1)), ""));
    } else if (line.startsWith("cc1: ") && line.contains("error: ")) {
      add(new Diagnostic("", 0, 0, "", line.substring(line.indexOf("error: ") + 7), ""));
    } else if (!found.isEmpty()) {
      // Clang before version 16 and gcc 8 put no number before it.
      source(found.getLast().line(), line);
    }
  }

  private void message(Matcher line) {
    String text = readable(line.group(5));
    String column = line.group(3);
    wantsSource = false;
    switch (line.group(4)) {
      case "warning" -> forgetOrigin();
      case "note" -> note(text);
      default -> {
        boolean outside = line.group(1).startsWith("/") && !originPath.isEmpty();
        String path = outside ? originPath : plain(line.group(1));
        int number = outside ? originLine : Integer.parseInt(line.group(2));
        int place = outside || column == null ? 0 : Integer.parseInt(column);
        add(new Diagnostic(path, number, place, code(text), withoutCode(text), ""));
        wantsSource = !outside;
        forgetOrigin();
      }
    }
  }

  private void note(String text) {
    if (found.isEmpty() || !HINT.matcher(text).matches()) {
      return;
    }
    Diagnostic last = found.removeLast();
    String message = last.message().contains(text) ? last.message() : last.message() + "; " + text;
    found.add(
        new Diagnostic(
            last.path(), last.line(), last.column(), last.code(), message, last.sourceLine()));
  }

  private void source(int number, String text) {
    if (!wantsSource || found.isEmpty()) {
      return;
    }
    wantsSource = false;
    Diagnostic last = found.getLast();
    if (last.line() == number) {
      found.removeLast();
      found.add(
          new Diagnostic(
              last.path(), last.line(), last.column(), last.code(), last.message(), text.strip()));
    }
  }

  private void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  private void forgetOrigin() {
    originPath = "";
    originLine = 0;
  }

  // The library's own spelling of its types says nothing to a reader.
  private static String readable(String text) {
    return text.replace("std::__cxx11::", "std::")
        .replace("std::basic_string<char>::size_type", "std::size_t")
        .replace("std::basic_string<char>", "std::string")
        .replaceAll(", std::allocator<[^<>]*(?:<[^<>]*>)?[^<>]*> ?", "")
        .replaceAll(" \\{aka '?(?:const )?std::string'?}", "");
  }

  private static String linked(String text) {
    return text.replace('`', '\'').replaceFirst("; .*", "").strip();
  }

  private static String plain(String path) {
    return path.startsWith("./") ? path.substring(2) : path;
  }

  private static String code(String text) {
    Matcher flag = Pattern.compile("\\[-W(?:error=)?([\\w+-]+)]$").matcher(text);
    return flag.find() ? flag.group(1) : "";
  }

  private static String withoutCode(String text) {
    return text.replaceFirst("\\s*\\[-W[\\w=+-]+]$", "");
  }

  /// The framework whose header or library was not found, or empty where something else is wrong.
  static Optional<String> missingFramework(List<Diagnostic> faults) {
    return faults.stream()
        .map(Diagnostic::message)
        .flatMap(
            message -> {
              Matcher library = NO_LIBRARY.matcher(message);
              return library.find()
                  ? Frameworks.ofLibrary(library.group(1)).stream()
                  : message.contains("o such file") || message.contains("not found")
                      ? Frameworks.ofHeader(message).stream()
                      : Stream.empty();
            })
        .findFirst();
  }
}
