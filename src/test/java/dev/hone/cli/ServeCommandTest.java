package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeCommandTest {
  private static final String KEY = "key-planted-in-the-environment-7";

  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void itServesUntilAPersonStopsIt() throws Exception {
    ScriptedServices services = new ScriptedServices(folder);
    services.environment.put("SERVE_KEY", KEY);
    PipedOutputStream out = new PipedOutputStream();
    FutureTask<Integer> command =
        new FutureTask<>(() -> hone(services, out, "--port", "0", "--key-variable", "SERVE_KEY"));
    Thread thread = Thread.ofPlatform().start(command);
    String address;
    try (Scanner scanner = new Scanner(new PipedInputStream(out), StandardCharsets.UTF_8)) {
      address = scanner.nextLine();

      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(address + "/models"))
                      .header("Authorization", "Bearer " + KEY)
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      thread.interrupt();

      assertThat(answer.body()).contains("\"id\":\"scripted\"");
      assertThat(command.get()).isEqualTo(ExitCode.INTERRUPTED);
    }
    assertThat(address).matches("http://127\\.0\\.0\\.1:\\d+/v1");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("model: loading default", "serving scripted; Ctrl-C ends it", "hone: interrupted")
        .doesNotContain(KEY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --host 0.0.0.0          | 0.0.0.0 can be reached from other machines
          --port 70000            | --port takes a number from 0 to 65535, not 70000
          --jobs 0                | --jobs takes a number from 1 to 16
          --queue 33              | --queue takes a number from 0 to 32
          --key-variable sk-a.b   | --key-variable takes the name of a variable
          --key-variable NOT_SET  | names NOT_SET, which is not set
          --prot 1                | hone model serve has no option --prot; did you mean --port
          """)
  void wrongUseIsToldBeforeAModelIsLoaded(String words, String message) {
    int exit =
        hone(new ScriptedServices(folder), OutputStream.nullOutputStream(), words.split(" ", -1));

    assertThat(exit).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("hone: ")
        .contains(message)
        .doesNotContain("loading", "sk-a.b");
  }

  private int hone(Services services, OutputStream out, String... words) {
    String[] all =
        Stream.concat(Stream.of("model", "serve"), Stream.of(words)).toArray(String[]::new);
    return new Program(Commands.all(services), "test", false)
        .run(
            all,
            new Streams(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false));
  }
}
