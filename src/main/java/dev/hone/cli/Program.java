package dev.hone.cli;

import dev.hone.failure.HoneException;
import dev.hone.failure.Spelling;
import dev.hone.failure.UsageException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The program without its process: reads the words, runs one command, names its exit code.
public final class Program {
  private final Map<String, Command> commands = new LinkedHashMap<>();
  private final String version;
  private final boolean debug;

  /// Makes the program.
  ///
  /// @param commands every command, in the order of the help; one of them is `solve`
  /// @param version what `--version` prints, whole lines
  /// @param debug whether an internal error prints its trace
  public Program(List<Command> commands, String version, boolean debug) {
    commands.forEach(command -> this.commands.put(command.name(), command));
    this.version = version;
    this.debug = debug;
  }

  /// {@return the exit code after the command in these words has run}
  ///
  /// @param words the words after `hone`
  /// @param streams where it reads and writes
  public int run(String[] words, Streams streams) {
    try {
      return dispatch(words, streams);
    } catch (HoneException e) {
      streams.err().println("hone: " + e.getMessage());
      trace(e, streams);
      // What was given up because a person stopped it is no lack of the machine.
      return Thread.currentThread().isInterrupted() ? ExitCode.INTERRUPTED : ExitCode.of(e.type());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return interrupted(streams);
    } catch (RuntimeException | Error e) {
      // Who is interrupted while reading a file is told in this way.
      if (e.getCause() instanceof ClosedByInterruptException) {
        return interrupted(streams);
      }
      streams.err().println("hone: internal error: " + e);
      trace(e, streams);
      if (!debug) {
        streams.err().println("Set HONE_DEBUG=1 to see where, and please report it.");
      }
      return ExitCode.INTERNAL;
    }
  }

  private static int interrupted(Streams streams) {
    streams.err().println("hone: interrupted");
    return ExitCode.INTERRUPTED;
  }

  private int dispatch(String[] words, Streams streams) throws InterruptedException {
    if (words.length == 0) {
      streams.err().println("hone: say what you need, such as: hone \"Write a function that …\"");
      streams.err().println("hone --help lists commands and options");
      return ExitCode.USAGE;
    }
    return switch (words[0]) {
      case "--help", "-h" -> {
        streams.out().print(Help.overview(commands.values()));
        yield ExitCode.OK;
      }
      case "--version", "-V", "version" -> {
        streams.out().println(version);
        yield ExitCode.OK;
      }
      default -> command(words, streams);
    };
  }

  private int command(String[] words, Streams streams) throws InterruptedException {
    Command named = commands.get(words[0]);
    String[] rest = words;
    if (named == null) {
      refuseMistyped(words[0]);
      named = commands.get("solve");
    } else {
      rest = Arrays.copyOfRange(words, 1, words.length);
    }
    if (named == null) {
      throw new IllegalStateException("a program has a command named solve");
    }
    if (named instanceof CommandGroup group) {
      if (rest.length > 0 && Options.asksForHelp(new String[] {rest[0]})) {
        streams.out().print(group.help());
        return ExitCode.OK;
      }
      named = group.member(rest);
      rest = group.after(rest);
    }
    CommandSpec spec = named.spec();
    if (Options.asksForHelp(rest)) {
      streams.out().print(Help.of(spec));
      return ExitCode.OK;
    }
    ParseResult read = TypedWords.read(spec, rest);
    try {
      return named.run(read, streams);
    } catch (UsageException e) {
      throw Suggestion.in(read, e);
    }
  }

  private void refuseMistyped(String word) {
    if (word.startsWith("-") || word.chars().anyMatch(Character::isWhitespace)) {
      return;
    }
    Spelling.nearest(word, commands.keySet())
        .ifPresent(
            near -> {
              throw new UsageException(
                  "'%s' is no command; did you mean: hone %s (a requirement of one word: hone solve %s)"
                      .formatted(word, near, word));
            });
  }

  private void trace(Throwable thrown, Streams streams) {
    if (debug) {
      thrown.printStackTrace(streams.err());
    }
  }
}
