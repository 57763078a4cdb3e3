package dev.hone.model.embedded.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Programs called npm and python3 that hand out prepared packages, as the real ones do.
final class Clients {
  private static final String PYTHON =
      """
      #!/bin/sh
      while [ $# -gt 1 ]; do
        [ "$1" = --dest ] && dest=$2
        shift
      done
      echo "$1" >>'PACKAGES/asked'
      if ! [ -f "PACKAGES/$1" ]; then
        echo "ERROR: no matching distribution found for $1"
        exit 1
      fi
      cp "PACKAGES/$1" "$dest/package-py3-none-any.whl"
      """;
  private static final String NPM =
      """
      #!/bin/sh
      while [ $# -gt 1 ]; do
        [ "$1" = --pack-destination ] && dest=$2
        shift
      done
      echo "$1" >>'PACKAGES/asked'
      cp PACKAGES/archive "$dest/package.tgz"
      """;

  private final Path programs;
  private final Path packages;

  Clients(Path folder) throws IOException {
    programs = Files.createDirectories(folder.resolve("programs"));
    packages = Files.createDirectories(folder.resolve("packages"));
  }

  Clients withPython() throws IOException {
    return program("python3", PYTHON);
  }

  Clients withNpm() throws IOException {
    return program("npm", NPM);
  }

  Clients program(String name, String script) throws IOException {
    Path file = programs.resolve(name);
    Files.writeString(file, script.replace("PACKAGES", packages.toString()));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return this;
  }

  Access access() {
    return Access.of(Map.of("PATH", programs + ":/usr/bin:/bin"));
  }

  /// {@return an environment with these programs and no other}
  Access accessAlone() {
    return Access.of(Map.of("PATH", programs.toString()));
  }

  Path archive() {
    return packages.resolve("archive");
  }

  void wheel(String requirement, byte[] data, int from, int to) throws IOException {
    try (OutputStream out = Files.newOutputStream(packages.resolve(requirement));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("part/__init__.py"));
      zip.putNextEntry(new ZipEntry("part/data/part01.bin"));
      zip.write(data, from, to - from);
      zip.closeEntry();
    }
  }

  /// {@return the packages asked for, in order}
  List<String> asked() throws IOException {
    Path asked = packages.resolve("asked");
    return Files.exists(asked) ? Files.readAllLines(asked) : List.of();
  }
}
