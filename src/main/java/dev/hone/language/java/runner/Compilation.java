package dev.hone.language.java.runner;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// What the compiler made of source files. Nothing is written to disk.
///
/// @param faults what it refused, in the order of its report; warnings are none
/// @param classes the class files by the name of their class
/// @param origins the path of the source file of each class
record Compilation(
    List<Report.Fault> faults, Map<String, byte[]> classes, Map<String, String> origins) {
  /// No annotation processor runs: it would be code under test inside the compiler. Without
  /// `--release` the compiler reads the classes of the JDK that runs it, which is faster than the
  /// tables of older versions and knows every feature of the language that this JDK offers.
  private static final List<String> OPTIONS =
      List.of(
          "-proc:none",
          "-nowarn",
          "-Xlint:none",
          "-implicit:none",
          "-encoding",
          "UTF-8",
          "-g:source,lines",
          "-XDshould-stop.ifError=FLOW",
          "-classpath",
          System.getProperty("java.class.path"));

  private static final String TOO_DEEP = "the code is nested too deeply";

  static Compilation ofFiles(List<Path> sources) {
    return of(disk -> disk.getJavaFileObjectsFromPaths(sources));
  }

  static Compilation of(List<JavaFileObject> sources) {
    return of(disk -> sources);
  }

  private static Compilation of(
      Function<StandardJavaFileManager, Iterable<? extends JavaFileObject>> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    StringWriter loose = new StringWriter();
    try (var disk = compiler.getStandardFileManager(said, Locale.ENGLISH, StandardCharsets.UTF_8);
        MemoryFiles files = new MemoryFiles(disk)) {
      var units = sources.apply(disk);
      boolean good = compiler.getTask(loose, files, said, OPTIONS, List.of(), units).call();
      List<Report.Fault> faults = new ArrayList<>(faults(said));
      if (!good && faults.isEmpty()) {
        boolean deep = loose.toString().contains(StackOverflowError.class.getName());
        faults.add(
            gaveUp(deep ? TOO_DEEP : loose.toString().lines().findFirst().orElse("").strip()));
      }
      return new Compilation(faults, files.classes(), files.origins());
    } catch (StackOverflowError e) {
      return new Compilation(List.of(gaveUp(TOO_DEEP)), Map.of(), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Report.Fault> faults(DiagnosticCollector<JavaFileObject> said) {
    return said.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .map(Compilation::fault)
        .toList();
  }

  private static Report.Fault fault(Diagnostic<? extends JavaFileObject> one) {
    JavaFileObject source = one.getSource();
    String path = source == null ? "" : source.getName();
    String code = one.getCode() == null ? "" : one.getCode().replaceFirst("^compiler\\.err\\.", "");
    return new Report.Fault(
        path,
        one.getLineNumber(),
        one.getColumnNumber(),
        code,
        oneLine(one.getMessage(Locale.ENGLISH)),
        Sources.line(path, one.getLineNumber()));
  }

  /// Joins the lines of a message, and leaves packages away as javac does on the command line.
  private static String oneLine(String message) {
    return message
        .strip()
        .replaceAll("\\s*\n\\s*", "; ")
        .replaceAll("[ \t]+", " ")
        .replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
  }

  private static Report.Fault gaveUp(String why) {
    String message = "the compiler gave up" + (why.isEmpty() ? "" : ": " + why);
    return new Report.Fault("", 0, 0, "compiler", message, "");
  }
}
