package dev.hone.language.rust;

import dev.hone.failure.ErrorType;
import dev.hone.failure.UsageException;
import dev.hone.language.InstalledPackages;
import dev.hone.language.Language;
import dev.hone.language.PackageClient;
import dev.hone.language.PackageFetch;
import dev.hone.language.PackageName;
import dev.hone.language.Toolchain;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.BoxClient;
import dev.hone.language.runner.Certificates;
import dev.hone.language.runner.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Crates by cargo: their sources are fetched without running anything of them, and built to
/// libraries in a box without a network.
final class RustCrates implements PackageClient {
  /// The variable by which the runner knows the folder of crates.
  static final String FOLDER = "HONE_PACKAGES";

  private static final String CLIENT = "cargo";
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(?:[-+].+)?");

  private final RustToolchain toolchain;
  private final Path cacheFolder;
  private final Function<InstalledPackages, Language> with;

  RustCrates(
      RustToolchain toolchain, Path cacheFolder, Function<InstalledPackages, Language> with) {
    this.toolchain = toolchain;
    this.cacheFolder = cacheFolder;
    this.with = with;
  }

  @Override
  public PackageFetch fetch(List<PackageName> packages) {
    packages.forEach(RustCrates::check);
    Toolchain found = toolchain.toolchain();
    Path cargo = cargo(found.program());
    CargoSettings settings = CargoSettings.ofUser();
    List<String> words = new ArrayList<>(List.of(cargo.toString(), target(found.program())));
    packages.forEach(
        one -> words.add(one.version().isEmpty() ? one.name() : one.name() + "@" + one.version()));
    Map<String, String> environment = new HashMap<>(found.environment());
    environment.put("RUSTC", found.program().toString());
    environment.put("HONE_CARGO_CONFIG", settings.text());
    List<Path> readOnly = new ArrayList<>(found.readOnly());
    readOnly.addAll(settings.folders());
    Certificates.file(
            System.getenv("CARGO_HTTP_CAINFO"),
            settings.certificates(),
            System.getenv("SSL_CERT_FILE"))
        .ifPresent(
            file -> {
              environment.put("CARGO_HTTP_CAINFO", file.toString());
              readOnly.add(file);
            });
    BoxClient box = new BoxClient(cacheFolder);
    readOnly.addAll(box.readOnly());
    return new PackageFetch(
        CLIENT,
        box.command(CLIENT, words),
        environment,
        readOnly,
        settings.hosts(),
        box.command("cargo-build", List.of(cargo.toString())),
        "");
  }

  /// Two compilers of the same version may come from different days.
  @Override
  public String edition() {
    List<String> compiler =
        Programs.ask(List.of(toolchain.toolchain().program().toString(), "-vV"));
    return BoxClient.edition() + " " + String.join(" ", compiler);
  }

  @Override
  public Language with(InstalledPackages installed) {
    return with.apply(installed);
  }

  private static void check(PackageName one) {
    boolean exact = one.version().isEmpty() || VERSION.matcher(one.version()).matches();
    if (!NAME.matcher(one.name()).matches() || !exact) {
      throw new UsageException(
          "'%s' is no name of a crate with at most a whole version; pass names as the registry has"
                  .formatted(one.written())
              + " them, such as --with regex or itertools==0.13.0");
    }
  }

  /// Cargo belongs to the compiler, whose libraries no other one reads.
  private static Path cargo(Path rustc) {
    return Stream.concat(
            Stream.of(rustc.resolveSibling("cargo")), Programs.onPath("cargo").stream())
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new ToolchainException(
                    ErrorType.EXTERNAL,
                    "cargo is not on the PATH, and it fetches crates; install it (Debian: apt"
                        + " install cargo, Fedora: dnf install cargo, elsewhere: rustup) or leave"
                        + " --with out"));
  }

  private static String target(Path rustc) {
    return Programs.ask(List.of(rustc.toString(), "-vV")).stream()
        .filter(line -> line.startsWith("host: "))
        .map(line -> line.substring("host: ".length()).strip())
        .findFirst()
        .orElseThrow(
            () ->
                new ToolchainException(
                    ErrorType.EXTERNAL,
                    "%s -vV names no host; install Rust again".formatted(rustc)));
  }
}
