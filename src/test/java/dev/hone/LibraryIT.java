package dev.hone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The project of `docs/library.md`, word for word, built and run by Maven. It finds Hone in a
/// local repository as `mvn install` leaves it, and everything else where this build has it:
/// nothing is fetched.
@Tag("slow")
class LibraryIT {
  private static final Path SOURCE = Path.of("src/main/java/example/AskHone.java");
  private static final String CLASS_PATH = "target/class-path";

  @TempDir static Path temp;
  private static Path project;
  private static Ended ended;

  private record Ended(int exit, String out, String err) {}

  @BeforeAll
  static void buildAndRun() throws Exception {
    String version = found("<artifactId>hone</artifactId>\\s*<version>(.*?)<", Path.of("pom.xml"));
    Path jar = Path.of("target", "hone-" + version + ".jar");
    assumeTrue(Files.exists(jar), "no " + jar + ": mvn package makes it");
    Path repository = repository();
    Path own = Files.createDirectories(repository.resolve("dev/hone/hone").resolve(version));
    Files.copy(jar, own.resolve(jar.getFileName()));
    Files.copy(Path.of("pom.xml"), own.resolve("hone-" + version + ".pom"));

    project = Files.createDirectories(temp.resolve("a project"));
    Files.createDirectories(project.resolve(SOURCE).getParent());
    Files.writeString(project.resolve("pom.xml"), block("xml"));
    Files.writeString(project.resolve(SOURCE), block("java"));
    Files.createDirectories(project.resolve(".mvn"));
    Files.writeString(
        project.resolve(".mvn/maven.config"), "-B\n-o\n-Dmaven.repo.local=" + repository + "\n");
    List<String> commands = block("sh", "dependency:build-classpath").lines().toList();
    Ended built = run(commands.getFirst());
    assertThat(built.exit()).as(built.out() + built.err()).isZero();
    ended = run(commands.getLast());
  }

  /// JUnit removes them too, and warns of each.
  @AfterAll
  static void removeLinks() throws IOException {
    try (Stream<Path> all = Files.walk(temp.resolve("repository"), 2)) {
      for (Path link : all.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  @Test
  void itPrintsWhatThePageSays() throws IOException {
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualTo(block("text"));
  }

  @Test
  void noLibraryWarnsOnStandardErrorButThatNobodyLogs() {
    assertThat(ended.err().lines()).allMatch(line -> line.startsWith("SLF4J"));
  }

  @Test
  void itGetsTheVersionsThatHoneIsTestedWithAndNoProviderOfLogsOrFrameworkOfTests()
      throws IOException {
    List<String> got = classPath().map(jar -> jar.getFileName().toString()).toList();
    try (Stream<Path> libraries = Files.list(Path.of("target", "lib"))) {
      assertThat(libraries.map(jar -> jar.getFileName().toString()))
          .containsAll(got.stream().filter(name -> !name.startsWith("hone-")).toList());
    }
    assertThat(got)
        .hasSizeGreaterThan(50)
        .noneMatch(name -> name.startsWith("slf4j-nop") || name.startsWith("junit"));
  }

  @Test
  void itCompilesWithEveryWarningAnError() throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                said,
                said,
                "-Xlint:all",
                "-Werror",
                "-d",
                Files.createDirectories(temp.resolve("classes")).toString(),
                "-cp",
                Files.readString(project.resolve(CLASS_PATH)).strip(),
                project.resolve(SOURCE).toString());
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(exit).isZero();
  }

  private static Stream<Path> classPath() throws IOException {
    return Stream.of(Files.readString(project.resolve(CLASS_PATH)).strip().split(":", -1))
        .map(Path::of);
  }

  /// {@return a local repository of links to this build's, with room for Hone}
  private static Path repository() throws IOException {
    Path usual =
        Path.of(
            System.getProperty(
                "localRepository", System.getProperty("user.home") + "/.m2/repository"));
    Path repository = Files.createDirectories(temp.resolve("repository"));
    Path group = Files.createDirectories(repository.resolve("dev"));
    link(usual, repository, "dev");
    link(usual.resolve("dev"), group, "hone");
    return repository;
  }

  private static void link(Path from, Path to, String except) throws IOException {
    try (Stream<Path> all = Files.list(from)) {
      for (Path one : all.filter(path -> !path.endsWith(except)).toList()) {
        Files.createSymbolicLink(to.resolve(one.getFileName()), one.toAbsolutePath());
      }
    }
  }

  private static Ended run(String script) throws IOException, InterruptedException {
    Path out = temp.resolve("out");
    Path err = temp.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-eu", "-c", script)
            .directory(project.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    String java = System.getProperty("java.home");
    builder.environment().put("JAVA_HOME", java);
    builder.environment().merge("PATH", java + "/bin", (path, bin) -> bin + ":" + path);
    builder.environment().put("HONE_HOME", temp.resolve("home").toString());
    int exit = builder.start().waitFor();
    return new Ended(exit, Files.readString(out), Files.readString(err));
  }

  private static String block(String language) throws IOException {
    return block(language, "");
  }

  /// {@return the page's block of this language that holds some words}
  private static String block(String language, String words) throws IOException {
    Matcher blocks =
        Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$")
            .matcher(Files.readString(Path.of("docs", "library.md")));
    return blocks
        .results()
        .filter(block -> block.group(1).equals(language) && block.group(2).contains(words))
        .findFirst()
        .orElseThrow()
        .group(2);
  }

  private static String found(String pattern, Path file) throws IOException {
    Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
