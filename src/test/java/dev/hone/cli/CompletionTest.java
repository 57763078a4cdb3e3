package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The scripts of `hone completion`, read by the real shells.
class CompletionTest {
  // What is typed, the last word unfinished, and what is offered for it.
  private static final String TYPED =
      """
      hone doc                                  | doctor
      hone re                                   | refine replay rerun resume
      hone --langu                              | --language
      hone solve --max-                         | --max-tokens --max-cost --max-time
      hone solve x --language ja                | javascript java
      hone words --require                      | given agreed own
      hone solve x --sandbox la                 | landlock
      hone runs --verdict Time                  | TimeLimitExceeded
      hone runs --type pars                     | parsing
      hone bench a.jsonl --strategy             | single mended loop hone tests
      hone config                               | show path check
      hone config show --jso                    | --json
      hone schema ev                            | events
      hone label 261123 w                       | wrong
      hone completion                           | bash zsh fish
      hone help bud                             | budgets
      hone solve x --rounds                     |
      hone sandbox -- --lang                    |
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TYPED)
  void bashOffersWhatHoneTakes(String typed, String offered) throws Exception {
    assertThat(bash(words(typed))).containsExactlyElementsOf(list(offered));
  }

  @Test
  void bashReadsAnEqualsSignAsAWordOfItsOwn() throws Exception {
    assertThat(bash("hone", "solve", "x", "--language", "=", "py")).containsExactly("python");
    assertThat(bash("hone", "solve", "x", "--require", "="))
        .containsExactly("given", "agreed", "own");
  }

  @Test
  void bashOffersFoldersWhereAFolderIsMeantAndLeavesFilesToItself() throws Exception {
    Files.createDirectory(folder.resolve("a folder"));
    Files.createFile(folder.resolve("a.py"));

    assertThat(bash("hone", "x", "--out", "a")).containsExactly("a folder");
    assertThat(bash("hone", "x", "--tests", "a")).isEmpty();
    assertThat(bash("hone", "x", "--tests", "a.py", "b")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TYPED)
  void zshOffersWhatHoneTakes(String typed, String offered) throws Exception {
    String[] words = words(typed);
    // Outside of a line that is edited the functions that offer words are not there: these print.
    String harness =
        """
        compdef() { :; }
        compset() { :; }
        _files() { :; }
        compadd() { shift; print -rl -- "$@"; }
        _describe() { print -rl -- ${(@)described%%%%:*}; }
        source %s
        words=(%s) CURRENT=%d
        _hone
        """
            .formatted(script("zsh"), quoted(words), words.length);
    Programs.Ended ended = Programs.run(folder, "zsh", "-f", "-c", harness);

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out().lines().filter(word -> word.startsWith(words[words.length - 1])))
        .containsExactlyElementsOf(list(offered));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TYPED)
  void fishOffersWhatHoneTakes(String typed, String offered) throws Exception {
    String line = String.join(" ", words(typed));
    Programs.Ended ended =
        Programs.run(
            folder,
            "fish",
            "--no-config",
            "-c",
            "source %s; complete -C '%s'".formatted(script("fish"), line));

    assertThat(ended.err()).isEmpty();
    List<String> own =
        ended
            .out()
            .lines()
            .map(word -> word.split("\t", 2)[0])
            .filter(word -> !isFile(word))
            .toList();
    assertThat(own).containsExactlyInAnyOrderElementsOf(list(offered));
  }

  private boolean isFile(String word) {
    return Files.exists(folder.resolve(word));
  }

  private List<String> bash(String... words) throws Exception {
    String harness =
        "source %s; COMP_WORDS=(%s); COMP_CWORD=%d; _hone; printf '%%s\\n' \"${COMPREPLY[@]}\""
            .formatted(script("bash"), quoted(words), words.length - 1);
    Programs.Ended ended = Programs.run(folder, "bash", "--norc", "-c", harness);
    assertThat(ended.err()).isEmpty();
    return ended.out().lines().filter(word -> !word.isEmpty()).toList();
  }

  private static String[] words(String typed) {
    // A line that ends with an option or a command goes on with an empty word.
    boolean whole = typed.matches(".*(?:require|strategy|rounds|config|completion)");
    return (whole ? typed + " " : typed).split(" +", -1);
  }

  private static List<String> list(String offered) {
    return offered == null ? List.of() : List.of(offered.split(" ", -1));
  }

  private static String quoted(String... words) {
    return "'" + String.join("' '", words) + "'";
  }

  private Path script(String shell) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int exit =
        new Program(Commands.all(new ScriptedServices(folder)), "hone 0.1.0", false)
            .run(
                new String[] {"completion", shell},
                new Streams(InputStream.nullInputStream(), print, print, false));
    assertThat(exit).isZero();
    return Files.write(folder.resolve("completion." + shell), out.toByteArray());
  }
}
