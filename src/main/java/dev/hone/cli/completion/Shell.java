package dev.hone.cli.completion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// A shell that can complete the words of Hone.
public enum Shell {
  /// GNU Bash 3.2 and later.
  BASH("bash") {
    @Override
    String script(Words words) {
      return words.fill("bash.sh");
    }
  },
  /// The Z shell, 5 and later.
  ZSH("zsh") {
    @Override
    String script(Words words) {
      return words.fill("zsh.zsh");
    }
  },
  /// The friendly interactive shell, 3 and later.
  FISH("fish") {
    @Override
    String script(Words words) {
      return words.fill("fish.fish") + words.fishLines();
    }
  };

  private final String id;

  Shell(String id) {
    this.id = id;
  }

  /// {@return its name as people type it}
  public String id() {
    return id;
  }

  /// {@return the shell of this name, or empty where there is none}
  ///
  /// @param id a name such as `bash`
  public static Optional<Shell> of(String id) {
    return Arrays.stream(values()).filter(shell -> shell.id.equals(id)).findFirst();
  }

  /// {@return the names of all}
  public static List<String> ids() {
    return Arrays.stream(values()).map(Shell::id).toList();
  }

  /// {@return the script that the shell reads}
  ///
  /// @param commands the tables of all commands
  public String script(List<CommandSpec> commands) {
    return script(new Words(commands.stream().map(Entry::of).toList()));
  }

  abstract String script(Words words);
}
