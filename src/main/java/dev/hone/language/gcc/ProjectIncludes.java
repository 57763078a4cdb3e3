package dev.hone.language.gcc;

import dev.hone.language.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which files of a project include which. As in a run, a header that nobody wrote stands for the
/// source of its name.
final class ProjectIncludes {
  private static final Pattern QUOTED = Pattern.compile("(?m)^\\s*#\\s*include\\s*\"([^\"\\n]+)\"");
  private static final Pattern MAIN = Pattern.compile("\\bmain\\s*\\(");
  private static final String SOURCE = "\\.(?:c|cc|cpp|cxx)$";

  private final List<SourceFile> code;
  private final List<SourceFile> tests;
  private final TreeMap<String, SourceFile> headers = new TreeMap<>();
  private final Set<String> included = new TreeSet<>();

  ProjectIncludes(List<SourceFile> code, List<SourceFile> tests) {
    this.code = code;
    this.tests = tests;
    // A source that includes a header of its own that is not there does not ask for one.
    Stream.concat(tests.stream(), code.stream())
        .forEach(file -> names(file).forEach(name -> look(file, name)));
  }

  private static List<String> names(SourceFile file) {
    return QUOTED.matcher(file.content()).results().map(found -> found.group(1)).toList();
  }

  private void look(SourceFile from, String name) {
    Optional<SourceFile> there =
        code.stream().filter(file -> isMeant(file, from, name)).findFirst();
    if (there.isPresent()) {
      if (there.get().path().matches(".*" + SOURCE) && tests.contains(from)) {
        included.add(there.get().path());
      }
      return;
    }
    String stem = name.replaceFirst("\\.h\\w*$", "");
    code.stream()
        .filter(file -> !file.equals(from) && file.path().matches(".*" + SOURCE))
        .filter(file -> below(file.path().replaceFirst(SOURCE, "")).equals(stem))
        .findFirst()
        .ifPresent(
            file -> {
              included.add(file.path());
              String path = GccProject.TESTS + name;
              headers.put(path, new SourceFile(path, header(file)));
            });
  }

  private static boolean isMeant(SourceFile file, SourceFile from, String name) {
    String folder = from.path().substring(0, from.path().lastIndexOf('/') + 1);
    return file.path().equals(folder + name)
        || below(file.path()).equals(name)
        || file.path().equals(name)
        || ("../" + file.path()).equals(name);
  }

  private static String below(String path) {
    return path.startsWith(GccProject.SOURCES) ? path.substring(GccProject.SOURCES.length()) : path;
  }

  private static String header(SourceFile source) {
    return "/* %s has no header of its own. */\n#pragma once\n".formatted(source.path())
        + withoutMain(source);
  }

  private static String withoutMain(SourceFile source) {
    String include = "#include \"%s\"\n".formatted(below(source.path()));
    return hasMain(source)
        ? "#define main hone_solution_main\n" + include + "#undef main\n"
        : include;
  }

  private static boolean hasMain(SourceFile file) {
    return MAIN.matcher(file.content()).find();
  }

  /// Returns the files that tests need beside the code.
  List<SourceFile> written() {
    List<SourceFile> written = new ArrayList<>(headers.values());
    if (!tests.isEmpty()) {
      apart().filter(ProjectIncludes::hasMain).map(ProjectIncludes::renamed).forEach(written::add);
    }
    return written;
  }

  private Stream<SourceFile> apart() {
    return code.stream()
        .filter(file -> file.path().matches(".*" + SOURCE) && !included.contains(file.path()));
  }

  private static SourceFile renamed(SourceFile file) {
    String name = below(file.path()).replace('/', '_');
    return new SourceFile(GccProject.FRAME + "no_main_" + name, withoutMain(file));
  }

  /// Returns the sources that are linked to each test, with blanks between.
  String linked() {
    return apart()
        .map(file -> hasMain(file) ? renamed(file) : file)
        .map(SourceFile::path)
        .collect(Collectors.joining(" "));
  }
}
