package dev.hone.runlog;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// A real PostgreSQL server in a temporary folder, for all tests of this program. It is stopped,
/// and its folder deleted, when the program ends.
public final class PostgresServer {
  /// Who may do everything there.
  public static final String USER = "hone";

  /// What the server asks for.
  public static final String PASSWORD = "kept/between us 7";

  /// A database whose tables are made, which others are copied from.
  private static final String MIGRATED = "migrated";

  private static @Nullable PostgresServer started;

  private final Path binaries;
  private final Path folder;
  private final List<String> as;
  private final int port;
  private final AtomicInteger databases = new AtomicInteger();

  private PostgresServer(Path binaries, Path folder, List<String> as, int port) {
    this.binaries = binaries;
    this.folder = folder;
    this.as = as;
    this.port = port;
  }

  /// {@return the server} Where there is no PostgreSQL on this machine the calling test is skipped.
  public static PostgresServer running() throws Exception {
    Optional<PostgresServer> found = found();
    Assumptions.assumeTrue(
        found.isPresent(), "no PostgreSQL here: no initdb on the PATH or in /usr/lib/postgresql");
    return found.orElseThrow();
  }

  /// {@return the server, or empty where there is no PostgreSQL on this machine}
  public static synchronized Optional<PostgresServer> found() throws Exception {
    if (started == null) {
      Optional<Path> binaries = binaries();
      if (binaries.isEmpty()) {
        return Optional.empty();
      }
      started = start(binaries.orElseThrow());
    }
    return Optional.of(started);
  }

  /// {@return the address of a database in which the tables are made and empty}
  public String database() throws SQLException {
    return made(" template " + MIGRATED);
  }

  /// {@return the address of a database with nothing in it}
  public String emptyDatabase() throws SQLException {
    return made("");
  }

  /// {@return the address of a database of any name}
  public String address(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /// {@return the variables of somebody who may do everything there}
  public Map<String, String> environment() {
    return Map.of("PGUSER", USER, "PGPASSWORD", PASSWORD);
  }

  /// {@return a line of a password file for all databases}
  public String passwordLine() {
    return "127.0.0.1:%d:*:%s:%s".formatted(port, USER, PASSWORD);
  }

  /// {@return the log in this database}
  public RunLog open(String address) {
    return RunLog.open(new LogPlace.Shared(address), Login.of(environment()));
  }

  /// Has the server do something, as somebody who may do everything.
  public void execute(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// {@return a connection of somebody who may do everything}
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(address(database), USER, PASSWORD);
  }

  /// {@return what a database takes on the disk, in bytes}
  public long bytes(String address) throws SQLException {
    String name = address.substring(address.lastIndexOf('/') + 1);
    try (Connection connection = connect(name);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_database_size(current_database())")) {
      row.next();
      return row.getLong(1);
    }
  }

  private String made(String template) throws SQLException {
    String name = "log" + databases.incrementAndGet();
    execute("postgres", "create database " + name + template);
    return address(name);
  }

  private static PostgresServer start(Path binaries) throws Exception {
    Path folder = Files.createTempDirectory("hone-postgres-");
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    PostgresServer server = new PostgresServer(binaries, folder, account(), port);
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    if (!server.as.isEmpty()) {
      command(List.of("chown", "-R", server.as.getLast(), folder.toString()));
    }
    server.run(
        "initdb",
        "-D",
        "data",
        "-U",
        USER,
        "-A",
        "scram-sha-256",
        "--pwfile",
        password.toString(),
        "-E",
        "UTF8",
        "--no-locale",
        "--no-sync");
    // what the machine itself would lose is not tried here
    server.run(
        "pg_ctl",
        "start",
        "-w",
        "-D",
        "data",
        "-l",
        folder.resolve("server.log").toString(),
        "-o",
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=50"
            .formatted(port));
    server.execute("postgres", "create database " + MIGRATED);
    server.open(server.address(MIGRATED)).close();
    return server;
  }

  private void stop() {
    try {
      run("pg_ctl", "stop", "-D", "data", "-m", "immediate");
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("the server in " + folder + " is still there", e);
    }
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    if (!as.isEmpty()) {
      words.addAll(List.of("setpriv", "--reuid", as.getFirst(), "--clear-groups"));
    }
    words.add(binaries.resolve(program).toString());
    words.addAll(List.of(arguments));
    words.replaceAll(word -> word.equals("data") ? folder.resolve("data").toString() : word);
    command(words);
  }

  private static void command(List<String> words) throws IOException, InterruptedException {
    // to a file, not a pipe: the server would hold that open
    Path said = Files.createTempFile("hone-postgres-", ".txt");
    int exit =
        new ProcessBuilder(words)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    String output = Files.readString(said);
    Files.delete(said);
    if (exit != 0) {
      throw new IOException(words + " ended with " + exit + ": " + output);
    }
  }

  /// {@return the account that the server runs as; empty for this one} It refuses to be root.
  private static List<String> account() {
    return System.getProperty("user.name").equals("root") ? List.of("nobody") : List.of();
  }

  private static Optional<Path> binaries() throws IOException {
    Path usual = Path.of("/usr/lib/postgresql");
    List<Path> folders = new ArrayList<>();
    if (Files.isDirectory(usual)) {
      try (Stream<Path> versions = Files.list(usual)) {
        versions
            .map(version -> version.resolve("bin"))
            .sorted(Comparator.reverseOrder())
            .forEach(folders::add);
      }
    }
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      folders.add(Path.of(folder));
    }
    return folders.stream()
        .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
        .filter(folder -> Files.isExecutable(folder.resolve("pg_ctl")))
        .findFirst();
  }
}
