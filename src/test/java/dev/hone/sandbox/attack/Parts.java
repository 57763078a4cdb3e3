package dev.hone.sandbox.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The parts of a sandbox's command that can each be taken away: options of the programs that lead
/// into the box, and lines of their scripts.
///
/// @param command the command
/// @param harmless whether it is an ordinary user's. Of root's, lines of scripts and options of
///   unshare are left out: without one of them root would mount, write or set names on the machine
///   itself
record Parts(List<String> command, boolean harmless) {
  /// How many words follow an option that does not bear its value itself.
  private static final Map<String, Integer> WORDS = words();

  private static final Set<String> PROGRAMS =
      Set.of("setpriv", "setsid", "unshare", "bwrap", "prlimit", "nice", "env");

  private static Map<String, Integer> words() {
    Map<String, Integer> words = new HashMap<>();
    for (String option :
        "--hostname --json-status-fd --seccomp --perms --dir --size --tmpfs --proc --dev --cap-drop --cap-add --chdir --remount-ro --pdeathsig"
            .split(" ", -1)) {
      words.put(option, 1);
    }
    for (String option : List.of("--ro-bind", "--bind", "--symlink", "--setenv")) {
      words.put(option, 2);
    }
    for (String option :
        "--unshare-ipc --unshare-pid --unshare-net --unshare-uts --unshare-cgroup-try --unshare-user --die-with-parent --clearenv --as-pid-1 --disable-userns --clear-groups --no-new-privs --mount --pid --net --ipc --uts --cgroup --fork --kill-child --user --map-root-user"
            .split(" ", -1)) {
      words.put(option, 0);
    }
    return words;
  }

  /// One part.
  ///
  /// @param name what it says
  /// @param at where it is in the command
  /// @param count how many words it has; 0 for a line of a script
  /// @param line the number of the line in the script, from 0
  record Part(String name, int at, int count, int line) {
    /// {@return a command of the same form without this part}
    List<String> takenFrom(List<String> command) {
      if (count > 0) {
        return Changed.without(command, at, count);
      }
      List<String> lines = new ArrayList<>(Arrays.asList(command.get(at).split("\n", -1)));
      lines.remove(line);
      List<String> changed = new ArrayList<>(command);
      changed.set(at, String.join("\n", lines));
      return changed;
    }
  }

  /// {@return all of them, in their order}
  List<Part> all() {
    List<Part> parts = new ArrayList<>();
    boolean options = false;
    boolean orders = false;
    for (int at = 0; at < command.size(); at++) {
      String word = command.get(at);
      String program = word.substring(word.lastIndexOf('/') + 1);
      if (word.equals("see.py")) {
        break;
      }
      if (word.startsWith("/") && PROGRAMS.contains(program)) {
        options = harmless || !program.equals("unshare");
        if (program.equals("setsid")) {
          parts.add(new Part("setsid", at, 1, 0));
        }
      } else if (program.startsWith("helper")) {
        // Its role stays: it says what the orders are for.
        orders = true;
        at++;
      } else if (word.equals("--")) {
        options = false;
        orders = false;
      } else if (orders) {
        parts.add(new Part(word, at, 1, 0));
      } else if (word.contains("\n")) {
        parts.addAll(harmless ? lines(at) : List.of());
      } else if (options && word.startsWith("--")) {
        int count = 1 + following(word);
        parts.add(new Part(String.join(" ", command.subList(at, at + count)), at, count, 0));
        at += count - 1;
      }
    }
    return parts;
  }

  private static int following(String option) {
    if (option.contains("=")) {
      return 0;
    }
    Integer known = WORDS.get(option);
    if (known == null) {
      throw new AssertionError("say in Parts how many words follow " + option);
    }
    return known;
  }

  /// Lines that only open or close a block are left out: without one the script is none.
  private List<Part> lines(int at) {
    String[] lines = command.get(at).split("\n", -1);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      boolean block =
          line.matches("(done|fi|esac|\\}|else|\\w+\\(\\) \\{|.*(; do|; then| in))")
              || line.startsWith("#")
              // In the loops over words, or before the -- that what follows takes too.
              || line.equals("shift")
              || line.isEmpty();
      if (!block) {
        parts.add(new Part(line, at, 0, i));
      }
    }
    return parts;
  }
}
