package dev.hone.cli;

import dev.hone.failure.UsageException;
import dev.hone.language.FileEnding;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.result.Forms;
import dev.hone.scan.Finding;
import dev.hone.scan.Sarif;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `hone scan FILE…`: what the scan objects to; nothing is run.
final class ScanCommand implements Command {
  /// Files that are no code of a language and run when its code is built or installed.
  private static final Map<String, LanguageId> BY_NAME =
      Map.ofEntries(
          Map.entry("pyproject.toml", LanguageId.PYTHON),
          Map.entry("setup.cfg", LanguageId.PYTHON),
          Map.entry("pytest.ini", LanguageId.PYTHON),
          Map.entry("tox.ini", LanguageId.PYTHON),
          Map.entry("package.json", LanguageId.JAVASCRIPT),
          Map.entry("binding.gyp", LanguageId.JAVASCRIPT),
          Map.entry(".npmrc", LanguageId.JAVASCRIPT),
          Map.entry("pom.xml", LanguageId.JAVA),
          Map.entry("build.gradle", LanguageId.JAVA),
          Map.entry("build.gradle.kts", LanguageId.JAVA),
          Map.entry("Cargo.toml", LanguageId.RUST),
          Map.entry("CMakeLists.txt", LanguageId.C),
          Map.entry("Makefile", LanguageId.C),
          Map.entry("meson.build", LanguageId.C));

  private final Services services;

  ScanCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "scan";
  }

  @Override
  public String purpose() {
    return "look for dangerous calls in code; nothing is run";
  }

  @Override
  public CommandSpec spec() {
    return named()
        .addPositional(
            PositionalParamSpec.builder()
                .paramLabel("FILE")
                .arity("1..*")
                .required(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("source files; their endings tell the language")
                .build())
        .addOption(Options.allow())
        .addOption(Options.json())
        .addOption(Options.flag("--sarif", "print the findings as SARIF 2.1.0"));
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    boolean json = Options.has(words, "--json");
    boolean sarif = Options.has(words, "--sarif");
    if (json && sarif) {
      throw new UsageException("--json and --sarif exclude each other; pass one of them");
    }
    List<Finding> findings =
        findings(words.matchedPositionalValue(0, List.of()), Options.allowed(words, Set.of()));
    if (json) {
      streams.out().print(Json.text(Forms.scan(findings)));
    } else if (sarif) {
      streams.out().print(new Sarif(services.version()).write(findings));
    } else {
      findings.forEach(finding -> streams.out().println(line(finding)));
    }
    return findings.isEmpty() ? ExitCode.OK : ExitCode.NOT_PASSED;
  }

  private List<Finding> findings(List<String> typed, Set<String> allowed) {
    Map<LanguageId, List<SourceFile>> files = new EnumMap<>(LanguageId.class);
    for (String path : typed) {
      files.computeIfAbsent(language(path), _ -> new ArrayList<>()).add(TextFiles.scanned(path));
    }
    List<Finding> findings = new ArrayList<>();
    files.forEach((language, some) -> findings.addAll(services.scan(language, some, allowed)));
    return findings;
  }

  private LanguageId language(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return Optional.ofNullable(BY_NAME.get(name))
        .or(() -> FileEnding.of(path))
        .filter(services.languages()::contains)
        .orElseThrow(
            () ->
                new UsageException(
                    "%s: no supported language has files that end so; name source files, such as solution.py"
                        .formatted(path)));
  }

  private static String line(Finding finding) {
    return "%s:%d: %s %s: %s  %s"
        .formatted(
            finding.path(),
            finding.line(),
            finding.severity().id(),
            finding.rule(),
            finding.call(),
            finding.why());
  }
}
