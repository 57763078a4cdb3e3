package dev.hone.language.client;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The way in: has a client fetch packages through a socket that leads to a registry, and hands
/// their files over. `HONE_REGISTRY` names the socket of a proxy, `HONE_DELIVERY` that which takes
/// the files; the first line of standard input is the mark that the files begin with, and Maven's
/// settings follow it. Prints what was fetched, or what is wrong with a name. What is built from
/// the files of an earlier run, in the folder that `HONE_FETCHED` names, is handed over in the same
/// way.
public final class Fetch {
  private Fetch() {}

  /// Fetches, and ends the process: with 0, or with 1 if something is missing.
  ///
  /// @param arguments the client's kind, such as `go`, and its own words
  /// @throws IOException if a stream, a socket or a file cannot be used
  /// @throws InterruptedException if the thread is interrupted
  public static void main(String[] arguments) throws IOException, InterruptedException {
    InputStream in = new FileInputStream(FileDescriptor.in);
    String mark = line(in);
    List<String> words = Arrays.asList(arguments).subList(1, arguments.length);
    Found found = found(arguments[0], words, in);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    out.write((String.join("\n", found.lines()) + "\n").getBytes(StandardCharsets.UTF_8));
    String problem = found.isWhole() ? handedOver(mark, found.files()) : found.errors();
    if (!problem.isEmpty()) {
      new FileOutputStream(FileDescriptor.err).write(problem.getBytes(StandardCharsets.UTF_8));
    }
    // Threads of the forwarder do not matter any more.
    Runtime.getRuntime().halt(problem.isEmpty() ? 0 : 1);
  }

  private static Found found(String kind, List<String> words, InputStream in)
      throws IOException, InterruptedException {
    return switch (kind) {
      case "go" -> new GoFetch(words).found(proxy());
      case "mvn" -> new MavenFetch(words, in.readAllBytes()).found(proxy());
      case "cargo" -> new CargoFetch(words).found(proxy());
      case "cargo-build" -> new CargoBuild(words, variable("HONE_FETCHED")).found();
      default -> throw new IllegalArgumentException("no such client: " + kind);
    };
  }

  private static int proxy() throws IOException {
    return Forwarder.port(variable("HONE_REGISTRY"));
  }

  private static String handedOver(String mark, Map<String, Path> files) throws IOException {
    String answer = HandingOver.answer(variable("HONE_DELIVERY"), mark, files);
    return answer.equals("taken") ? "" : "the files were not taken: " + answer;
  }

  private static Path variable(String name) {
    return Path.of(System.getenv().getOrDefault(name, ""));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString();
  }
}
