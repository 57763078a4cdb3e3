package dev.hone.sandbox.container;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.SandboxException;
import dev.hone.sandbox.process.Tools;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An engine's client program, started with nothing of Hone's environment but what it needs to find
/// its own files.
final class Client {
  private static final List<String> KEPT =
      List.of(
          "HOME",
          "USER",
          "LOGNAME",
          "XDG_RUNTIME_DIR",
          "XDG_CONFIG_HOME",
          "XDG_DATA_HOME",
          "DBUS_SESSION_BUS_ADDRESS");

  private static final String HERE = "unix://";

  private final Engine engine;
  private final List<String> start;

  /// Makes a client.
  ///
  /// @param engine the engine
  /// @param environment Hone's environment
  /// @param settings an empty folder in place of docker's settings, which can hold passwords of
  ///   proxies that it would show to a box
  /// @throws SandboxException if the environment names an engine on another machine
  Client(Engine engine, Map<String, String> environment, Path settings) {
    this.engine = engine;
    this.start = start(engine, Tools.path(engine.program()), environment, settings);
  }

  /// {@return the words before the engine's own command}
  static List<String> start(
      Engine engine, String program, Map<String, String> environment, Path settings) {
    List<String> start = new ArrayList<>();
    start.addAll(List.of(Tools.path("env"), "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin"));
    switch (engine) {
      case PODMAN -> {
        KEPT.stream()
            .filter(environment::containsKey)
            .forEach(name -> start.add(name + "=" + environment.getOrDefault(name, "")));
        // Warnings of its own would stand on the command's standard error.
        start.addAll(List.of(program, "--log-level=error"));
      }
      case DOCKER -> {
        start.addAll(List.of(program, "--config", settings.toString()));
        String host = environment.getOrDefault("DOCKER_HOST", "");
        if (!host.isEmpty()) {
          start.addAll(List.of("--host", here(host)));
        }
      }
    }
    return start;
  }

  private static String here(String host) {
    if (!host.startsWith(HERE)) {
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "DOCKER_HOST is %s, and containers are used on this machine only; unset it, or name a"
                  .formatted(host)
              + " socket as unix:///run/docker.sock");
    }
    return host;
  }

  /// {@return a whole command line of the engine}
  List<String> line(List<String> words) {
    List<String> line = new ArrayList<>(start);
    line.addAll(words);
    return List.copyOf(line);
  }

  /// What the engine answered.
  ///
  /// @param exit its exit code
  /// @param text what it printed
  /// @param problem what it said on standard error
  record Answer(int exit, String text, String problem) {}

  /// {@return the engine's answer}
  ///
  /// @param words the command and its arguments
  /// @param input what it reads
  /// @throws SandboxException if it cannot be started
  /// @throws InterruptedException if the calling thread was interrupted
  Answer ask(List<String> words, byte[] input) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(line(words));
    builder.environment().clear();
    try {
      Path problems = Files.createTempFile("hone-engine", null);
      try {
        Process process = builder.redirectError(problems.toFile()).start();
        try (OutputStream out = process.getOutputStream()) {
          out.write(input);
        }
        try (InputStream in = process.getInputStream()) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
          int exit = process.waitFor();
          return new Answer(exit, text, Files.readString(problems).strip());
        } finally {
          var _ = process.destroyForcibly();
        }
      } finally {
        Files.delete(problems);
      }
    } catch (IOException e) {
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "could not ask %s (%s); %s".formatted(engine.program(), e.getMessage(), engine.remedy()),
          e);
    }
  }

  /// {@return what the engine answered, if it did what was asked}
  ///
  /// @throws SandboxException if it did not
  String told(List<String> words, byte[] input) throws InterruptedException {
    Answer answer = ask(words, input);
    if (answer.exit() != 0) {
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "%s %s ended with %d (%s); %s"
              .formatted(
                  engine.program(),
                  words.getFirst(),
                  answer.exit(),
                  answer.problem(),
                  engine.remedy()));
    }
    return answer.text();
  }
}
