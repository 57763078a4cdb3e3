package dev.hone.language.python;

import dev.hone.failure.ErrorType;
import dev.hone.failure.UsageException;
import dev.hone.language.InstalledPackages;
import dev.hone.language.Language;
import dev.hone.language.PackageClient;
import dev.hone.language.PackageFetch;
import dev.hone.language.PackageName;
import dev.hone.language.Toolchain;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.Programs;
import dev.hone.language.runner.RegistryHosts;
import dev.hone.language.runner.Scripts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Packages for Python by the pip that belongs to the interpreter, as wheels only. Index, extra
/// indexes, folders of wheels, certificates and timeout are those that this machine's pip is set up
/// with.
final class PythonPackages implements PackageClient {
  private static final String CLIENT = "pip";

  private final PythonToolchain toolchain;
  private final Scripts scripts;
  private final Function<InstalledPackages, Language> with;

  PythonPackages(
      PythonToolchain toolchain, Path cacheFolder, Function<InstalledPackages, Language> with) {
    this.toolchain = toolchain;
    this.scripts = new Scripts(cacheFolder, "python", List.of("fetch.py", "pip-settings.py"));
    this.with = with;
  }

  /// What pip's settings come to: its options, what it may reach and what it reads.
  private record Settings(List<String> options, Set<String> hosts, List<Path> readOnly) {
    static Settings of(List<String> lines) {
      Settings settings = new Settings(new ArrayList<>(), new TreeSet<>(), new ArrayList<>());
      lines.forEach(line -> settings.add(line.split(" ", 2)));
      if (lines.stream().noneMatch(line -> line.startsWith("index "))) {
        settings.options.add("--no-index");
      }
      return settings;
    }

    private void add(String... setting) {
      String value = setting[1];
      switch (setting[0]) {
        case "index" -> reached("--index-url", value);
        case "extra-index" -> reached("--extra-index-url", value);
        case "links" -> reached("--find-links", value);
        case "host" -> hosts.add(RegistryHosts.of(CLIENT, "https://" + value));
        case "folder" -> read("--find-links", value);
        case "certificates" -> read("--cert", value);
        case "timeout" -> options.addAll(List.of("--timeout", value));
        default -> throw new IllegalStateException("unknown setting of pip: " + setting[0]);
      }
    }

    private void reached(String option, String address) {
      hosts.add(RegistryHosts.of(CLIENT, address));
      options.addAll(List.of(option, address));
    }

    private void read(String option, String path) {
      readOnly.add(Path.of(path));
      options.addAll(List.of(option, path));
    }
  }

  @Override
  public PackageFetch fetch(List<PackageName> packages) {
    packages.stream().map(PackageName::name).forEach(PythonPackages::check);
    Toolchain found = toolchain.toolchain();
    scripts.write();
    Settings settings = settings(found.program());
    List<String> command = new ArrayList<>();
    command.addAll(List.of(found.program().toString(), "-I", "-B"));
    command.add(scripts.folder().resolve("fetch.py").toString());
    command.addAll(settings.options());
    command.add("--");
    packages.forEach(one -> command.add(one.written()));
    List<Path> readOnly = new ArrayList<>(found.readOnly());
    readOnly.add(scripts.folder());
    readOnly.addAll(settings.readOnly());
    Map<String, String> environment = Map.of("PATH", found.environment().get("PATH"));
    return new PackageFetch(CLIENT, command, environment, readOnly, settings.hosts());
  }

  @Override
  public String edition() {
    return String.valueOf(scripts.folder().getFileName());
  }

  @Override
  public Language with(InstalledPackages installed) {
    return with.apply(installed);
  }

  private Settings settings(Path python) {
    String script = scripts.folder().resolve("pip-settings.py").toString();
    List<String> answer = Programs.ask(List.of(python.toString(), "-I", "-B", script));
    if (answer.isEmpty()) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "%s -m pip config list does not work, and pip fetches packages; install pip (Debian: apt"
                  .formatted(python)
              + " install python3-pip, Fedora: dnf install python3-pip, elsewhere: python3 -m"
              + " ensurepip) or mend its settings");
    }
    return Settings.of(answer);
  }

  private static void check(String name) {
    if (!name.matches("[\\w.-]+")) {
      throw new UsageException(
          "'%s' is no name of a Python package; pass names as the index has them, such as --with"
                  .formatted(name)
              + " requests");
    }
  }
}
