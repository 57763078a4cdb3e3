package dev.hone.language.java.runner;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The paths of the test files, which may come long after the start.
final class Awaited {
  private Awaited() {}

  /// Returns the paths once they are there. Meanwhile this machine gets ready for its work; where
  /// they are there at once, it does not.
  static List<String> paths() {
    // Not buffered: what follows is read by another.
    InputStream in = new FileInputStream(FileDescriptor.in);
    try {
      for (int i = 0; i < Rehearsal.TIMES && in.available() == 0; i++) {
        Rehearsal.hold();
      }
      List<String> paths = new ArrayList<>();
      for (String path = path(in); !path.isEmpty(); path = path(in)) {
        paths.add(path);
      }
      return paths;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(InputStream in) throws IOException {
    ByteArrayOutputStream path = new ByteArrayOutputStream();
    for (int next = in.read(); next > 0; next = in.read()) {
      path.write(next);
    }
    return path.toString(StandardCharsets.UTF_8);
  }
}
