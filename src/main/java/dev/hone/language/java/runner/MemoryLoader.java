package dev.hone.language.java.runner;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Loads compiled classes from memory and resources from the work folder. What JUnit and the JDK
/// have comes from them, whatever the code under test calls its own classes.
final class MemoryLoader extends ClassLoader {
  private final Map<String, byte[]> classes;

  MemoryLoader(Map<String, byte[]> classes) {
    super("tests", MemoryLoader.class.getClassLoader());
    this.classes = Map.copyOf(classes);
    setDefaultAssertionStatus(true);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    Path file = Path.of(name);
    try {
      return Files.isRegularFile(file) ? file.toUri().toURL() : null;
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(name, e);
    }
  }
}
