package dev.hone.language;

import java.util.List;

/// A language's own client for third-party packages. Nothing here fetches: the command is only
/// described, and a sandbox runs it.
public interface PackageClient {
  /// {@return how packages are fetched} Blocks while the client is asked for its settings.
  ///
  /// @param packages what is asked for
  /// @throws dev.hone.failure.UsageException if a name can be none of this registry
  /// @throws ToolchainException if the client is missing, or its settings cannot be honoured in a
  ///   sandbox
  PackageFetch fetch(List<PackageName> packages);

  /// {@return a word that changes where the same names would come to other files, as the program
  /// that fetches them is another one, or the compiler that their libraries are built for}
  ///
  /// @throws ToolchainException if the toolchain is missing
  String edition();

  /// {@return the language whose code may import these packages}
  ///
  /// @param installed the packages
  Language with(InstalledPackages installed);
}
