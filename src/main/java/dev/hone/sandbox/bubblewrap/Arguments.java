package dev.hone.sandbox.bubblewrap;

import dev.hone.sandbox.view.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Bubblewrap's arguments, in the order in which it carries them out.
final class Arguments {
  private final List<String> list = new ArrayList<>();

  Arguments(String program) {
    list.add(program);
  }

  Arguments add(String... arguments) {
    list.addAll(List.of(arguments));
    return this;
  }

  Arguments entries(List<Entry> entries, Map<Path, Path> mounted) {
    for (Entry entry : entries) {
      String at = entry.at().toString();
      var _ =
          switch (entry) {
            case Entry.Bind(var source, _) -> add("--ro-bind", source.toString(), at);
            case Entry.Link(var target, _) -> add("--symlink", target.toString(), at);
            case Entry.Folder _ -> add("--perms", "0755", "--dir", at);
            case Entry.Scratch(var to, long bytes) -> {
              Path folder = mounted.get(to);
              yield folder == null
                  ? scratch(at, bytes, "1777")
                  : add("--bind", folder.toString(), at);
            }
            case Entry.Processes _ -> add("--proc", at);
            case Entry.Devices _ -> add("--dev", at);
          };
    }
    return this;
  }

  Arguments scratch(String at, long bytes, String mode) {
    return add("--size", Long.toString(bytes), "--perms", mode, "--tmpfs", at);
  }

  Arguments environment(Map<String, String> environment) {
    add("--clearenv");
    environment.forEach((name, value) -> add("--setenv", name, value));
    return this;
  }

  List<String> with(List<String> command) {
    add("--");
    list.addAll(command);
    return List.copyOf(list);
  }
}
