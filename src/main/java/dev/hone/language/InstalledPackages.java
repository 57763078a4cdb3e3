package dev.hone.language;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Packages that were fetched and stand read-only in a folder.
///
/// @param folder the folder, absolute
/// @param packages what was asked for, in the order of the names
public record InstalledPackages(Path folder, List<Installed> packages) {
  /// Copies the list.
  public InstalledPackages {
    packages = List.copyOf(packages);
  }

  /// One package.
  ///
  /// @param name its name
  /// @param version its version
  /// @param imports the names under which code imports it; empty where those are not known
  public record Installed(String name, String version, List<String> imports) {
    /// Copies the list.
    public Installed {
      imports = List.copyOf(imports);
    }

    /// {@return name and version, and how it is imported where that is not its name}
    public String words() {
      boolean plain = imports.isEmpty() || imports.contains(name);
      String how = plain ? "" : " (imported as " + String.join(", ", imports) + ")";
      return name + " " + version + how;
    }
  }

  /// {@return all of them in words, such as `numpy 2.1.0, beautifulsoup4 4.12.3 (imported as bs4)`}
  public String words() {
    return packages.stream().map(Installed::words).collect(Collectors.joining(", "));
  }
}
