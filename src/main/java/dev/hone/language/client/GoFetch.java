package dev.hone.language.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Modules by `go get`, and the archives of their packages, compiled as those of the standard
/// library are. Neither runs code of a module.
final class GoFetch {
  private static final Pattern FAULT =
      Pattern.compile(
          "(?m)^go: (?:module )?([^\\s@:]+)(?:@(\\S+?))?: .*?"
              + "(?:\\b40[34]\\b|\\b410\\b|unknown revision|invalid version|no matching versions"
              + "|malformed module path|does not contain package|cannot find module)");

  /// The same flags as for the standard library: the linker wants archives that know each other.
  private static final List<String> COMPILED =
      List.of("-e", "-trimpath", "-gcflags=all=-dwarf=false", "-export", "-deps");

  private static final String EXPORT =
      "{{if and (not .Standard) .Export}}{{.ImportPath}}={{.Export}}{{end}}";
  private static final int IMPORTS = 4;

  private final String go;
  private final String language;
  private final List<String> wanted;
  private final Map<String, String> environment = new HashMap<>();

  /// @param words the `go` program, the version of the language, and `NAME@VERSION` for each
  GoFetch(List<String> words) {
    this.go = words.get(0);
    this.language = words.get(1);
    this.wanted = words.subList(2, words.size());
  }

  Found found(int proxy) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("modules-");
    Files.writeString(folder.resolve("go.mod"), "module hone.packages\n\ngo " + language + "\n");
    Path work = Files.createTempDirectory("go-");
    environment.putAll(
        Map.of(
            "HTTPS_PROXY",
            "http://127.0.0.1:" + proxy,
            "NO_PROXY",
            "",
            "HOME",
            work.toString(),
            "GOPATH",
            work.resolve("path").toString(),
            "GOCACHE",
            work.resolve("cache").toString(),
            "GOFLAGS",
            "-mod=mod",
            "GOWORK",
            "off",
            "GOVCS",
            "*:off"));
    List<String> get = new ArrayList<>(List.of("get", "--"));
    get.addAll(wanted);
    Ran got = go(folder, get);
    return got.isGood()
        ? compiled(folder)
        : Found.nothing(fault(folder, got.errors()), got.errors());
  }

  private List<String> fault(Path folder, String errors) throws IOException, InterruptedException {
    Matcher matcher = FAULT.matcher(errors);
    if (!matcher.find()) {
      return List.of();
    }
    String name = matcher.group(1);
    Ran known = go(folder, List.of("list", "-m", "-versions", "--", name));
    String versions = known.output().strip();
    return known.isGood() && versions.contains(" ")
        ? List.of("version " + versions)
        : List.of("unknown " + name);
  }

  private Found compiled(Path folder) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    List<String> imports = new ArrayList<>();
    for (String one : wanted) {
      String name = one.substring(0, one.lastIndexOf('@'));
      List<String> own = importable(folder, name);
      imports.addAll(own);
      lines.add("resolved " + name + " " + version(folder, name) + words(name, own));
    }
    List<String> list = new ArrayList<>(List.of("list"));
    list.addAll(COMPILED);
    list.addAll(List.of("-f", EXPORT, "--"));
    list.addAll(imports);
    Ran ran =
        imports.isEmpty() ? new Ran(1, "", "there is no package to import") : go(folder, list);
    Map<String, Path> files = new HashMap<>();
    List<String> paths = new ArrayList<>();
    for (String line : ran.lines()) {
      int at = line.indexOf('=');
      paths.add(line.substring(0, at));
      files.put("pkg/" + line.substring(0, at) + ".a", Path.of(line.substring(at + 1)));
    }
    if (paths.isEmpty()) {
      return Found.nothing(List.of(), ran.errors());
    }
    Path all = folder.resolve("packages");
    Files.writeString(all, String.join("\n", paths.stream().sorted().toList()) + "\n");
    files.put("packages", all);
    return Found.whole(lines, files);
  }

  private static String words(String name, List<String> imports) {
    List<String> shown =
        imports.contains(name) ? List.of(name) : imports.stream().limit(IMPORTS).toList();
    return shown.isEmpty() ? "" : " " + String.join(" ", shown);
  }

  /// Returns the packages of a module, or below a package, that code may import.
  private List<String> importable(Path folder, String name)
      throws IOException, InterruptedException {
    String form = "{{if and (ne .Name \"main\") .GoFiles}}{{.ImportPath}}{{end}}";
    return go(folder, List.of("list", "-e", "-f", form, "--", name + "/...")).lines().stream()
        .filter(path -> !(path + "/").contains("/internal/"))
        .toList();
  }

  private String version(Path folder, String name) throws IOException, InterruptedException {
    Ran module = go(folder, List.of("list", "-m", "-f", "{{.Version}}", "--", name));
    Ran ran =
        module.isGood()
            ? module
            : go(folder, List.of("list", "-f", "{{.Module.Version}}", "--", name));
    return ran.output().strip();
  }

  private Ran go(Path folder, List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(go));
    command.addAll(words);
    return Ran.in(folder, environment, command);
  }
}
