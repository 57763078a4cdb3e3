package dev.hone.language.java.runner;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The way in. `check FILE…` only compiles, `test` compiles all code of the work folder and runs
/// the tests of the files that standard input names, `train FAULTY TEST` does the one after the
/// other. Each line of the report is written when it is known.
///
/// What `test` reads is the paths of the files, each with a zero behind it, another zero, and the
/// line with the mark. Until they come nothing is read of the work folder, so that this process may
/// be started before it is filled; it passes the time with a rehearsal.
public final class Runner {
  private Runner() {}

  /// Runs, and ends the process: with 0, or with 1 if there are faults or failed tests.
  ///
  /// @param arguments the mode, then files relative to the work folder
  public static void main(String[] arguments) {
    boolean marked = arguments[0].equals("test");
    List<String> files =
        marked ? Awaited.paths() : Arrays.asList(arguments).subList(1, arguments.length);
    Report report = new Report(Writer.start(marked)::put);
    PrintStream printed = replaceStreams();
    switch (arguments[0]) {
      case "test" -> TestRun.of(files, report);
      case "train" -> {
        check(files.subList(0, 1), report);
        TestRun.of(files.subList(1, files.size()), report);
      }
      default -> check(files, report);
    }
    printed.flush();
    // Threads and hooks that the code left behind do not matter any more.
    Runtime.getRuntime().halt(report.isGood() ? 0 : 1);
  }

  private static void check(List<String> files, Report report) {
    Compilation.ofFiles(Sources.named(files)).faults().forEach(report::check);
  }

  private static PrintStream replaceStreams() {
    OutputStream errors = new BufferedOutputStream(new FileOutputStream(FileDescriptor.err), 8192);
    PrintStream printed = new PrintStream(errors, false, StandardCharsets.UTF_8);
    System.setOut(printed);
    System.setIn(InputStream.nullInputStream());
    return printed;
  }
}
