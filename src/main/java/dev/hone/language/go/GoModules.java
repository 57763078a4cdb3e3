package dev.hone.language.go;

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
import dev.hone.language.runner.RegistryHosts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Modules by the `go` command, from the proxies and with the checksum database that it is set up
/// with. Nothing is fetched from version control.
final class GoModules implements PackageClient {
  /// The variable by which the runner knows the folder of packages.
  static final String FOLDER = "HONE_PACKAGES";

  private static final String CLIENT = "go";
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)+(?:/[A-Za-z0-9._~-]+)*");
  private static final Pattern VERSION = Pattern.compile("v?\\d+\\.\\d+\\.\\d+(?:[-+].+)?");

  /// A comma and a line mean different faults after which the next one is asked.
  private static final Pattern PROXY = Pattern.compile("([^,|]+)([,|]?)");

  private static final List<String> SETTINGS =
      List.of("GOPROXY", "GOSUMDB", "GONOPROXY", "GONOSUMDB", "GOPRIVATE");

  private final GoToolchain toolchain;
  private final Path cacheFolder;
  private final Function<InstalledPackages, Language> with;

  GoModules(GoToolchain toolchain, Path cacheFolder, Function<InstalledPackages, Language> with) {
    this.toolchain = toolchain;
    this.cacheFolder = cacheFolder;
    this.with = with;
  }

  @Override
  public PackageFetch fetch(List<PackageName> packages) {
    List<String> words = new ArrayList<>();
    Toolchain found = toolchain.toolchain();
    words.add(found.program().toString());
    words.add(found.version().replaceFirst("^(1\\.\\d+).*", "$1"));
    packages.forEach(one -> words.add(query(one)));
    Map<String, String> environment = new HashMap<>(found.environment());
    Set<String> hosts = new TreeSet<>();
    List<Path> readOnly = new ArrayList<>(found.readOnly());
    Map<String, String> settings = settings(found.program());
    environment.putAll(settings);
    environment.put("GOPROXY", proxies(settings.getOrDefault("GOPROXY", ""), hosts, readOnly));
    checksums(settings.getOrDefault("GOSUMDB", "")).ifPresent(hosts::add);
    Certificates.file(System.getenv("SSL_CERT_FILE"))
        .ifPresent(
            file -> {
              environment.put("SSL_CERT_FILE", file.toString());
              readOnly.add(file);
            });
    BoxClient box = new BoxClient(cacheFolder);
    readOnly.addAll(box.readOnly());
    return new PackageFetch(CLIENT, box.command(CLIENT, words), environment, readOnly, hosts);
  }

  @Override
  public String edition() {
    return BoxClient.edition();
  }

  @Override
  public Language with(InstalledPackages installed) {
    return with.apply(installed);
  }

  private static String query(PackageName one) {
    String version = one.version().isEmpty() ? "latest" : one.version();
    boolean exact = one.version().isEmpty() || VERSION.matcher(version).matches();
    if (!NAME.matcher(one.name()).matches() || !exact) {
      throw new UsageException(
          "'%s' is no Go module with at most a version; pass modules by their path, such as --with"
                  .formatted(one.written())
              + " github.com/google/uuid or golang.org/x/text==v0.14.0");
    }
    return one.name() + "@" + (version.matches("\\d.*") ? "v" + version : version);
  }

  /// Unlike other commands this one is asked with the user's own settings.
  private static Map<String, String> settings(Path go) {
    List<String> command = new ArrayList<>(List.of("/usr/bin/env", "GOTOOLCHAIN=local"));
    command.addAll(List.of(go.toString(), "env"));
    command.addAll(SETTINGS);
    List<String> answer = Programs.ask(command);
    if (answer.size() != SETTINGS.size()) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "go env GOPROXY does not work, and go fetches packages; mend the settings of Go (%s)"
              .formatted(go));
    }
    Map<String, String> settings = new HashMap<>();
    for (int i = 0; i < SETTINGS.size(); i++) {
      settings.put(SETTINGS.get(i), answer.get(i).strip());
    }
    return settings;
  }

  static String proxies(String setting, Set<String> hosts, List<Path> readOnly) {
    StringBuilder proxies = new StringBuilder();
    Matcher one = PROXY.matcher(setting);
    while (one.find()) {
      String address = one.group(1).strip();
      if (address.isEmpty() || address.equals("direct") || address.equals("off")) {
        continue;
      }
      if (address.startsWith("file://")) {
        readOnly.add(Path.of(address.substring("file://".length())));
      } else {
        hosts.add(RegistryHosts.of(CLIENT, address));
      }
      proxies.append(address).append(one.group(2));
    }
    if (proxies.isEmpty()) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "go is set up to fetch modules from no proxy (GOPROXY=%s), and a sandbox reaches nothing"
                  .formatted(setting)
              + " else; set a proxy by go env -w GOPROXY=…, or leave --with out");
    }
    return proxies.toString().replaceFirst("[,|]$", "");
  }

  /// The database is asked through the proxy where the proxy offers that, else by itself.
  private static Optional<String> checksums(String setting) {
    if (setting.isEmpty() || setting.equals("off")) {
      return Optional.empty();
    }
    String[] words = setting.split("\\s+", -1);
    String address = words.length > 1 ? words[1] : "https://" + words[0].split("\\+", -1)[0];
    return Optional.of(RegistryHosts.of(CLIENT, address));
  }
}
