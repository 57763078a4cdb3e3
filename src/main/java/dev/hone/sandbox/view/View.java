package dev.hone.sandbox.view;

import dev.hone.sandbox.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The box's file system but for the work folder: the system read-only, a private /proc, /dev and
/// /tmp, and the job's read-only paths where they are on the machine.
public final class View {
  /// The work folder.
  public static final Path BOX = Path.of("/box");

  private static final long SHARED_MEMORY_BYTES = 64L << 20;
  private static final List<String> SYSTEM =
      List.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/libx32", "/lib64", "/nix/store");
  private static final Path ETC = Path.of("/etc");
  private static final Path PASSWD = Path.of("/etc/passwd");
  private static final List<String> SETTINGS =
      List.of(
          "/etc/alternatives",
          "/etc/ld.so.cache",
          "/etc/localtime",
          // Node and Java read these at start and fail, or warn, without them.
          "/etc/ssl/openssl.cnf",
          "/etc/pki/tls/openssl.cnf");

  private final List<Entry> system;
  private final List<Path> settings;

  private View(List<Entry> system, List<Path> settings) {
    this.system = List.copyOf(system);
    this.settings = List.copyOf(settings);
  }

  /// {@return the view that this machine offers}
  public static View ofMachine() {
    List<Entry> system = new ArrayList<>();
    for (String name : SYSTEM) {
      Path path = Path.of(name);
      if (Files.isSymbolicLink(path)) {
        system.add(new Entry.Link(target(path), path));
      } else if (Files.isDirectory(path)) {
        system.add(new Entry.Bind(path, path));
      }
    }
    return new View(
        system,
        Stream.concat(SETTINGS.stream().map(Path::of), javaSettings().stream())
            .filter(Files::exists)
            .toList());
  }

  /// Copies what a box shows of /etc, so that one mount shows all of it; each takes its time.
  ///
  /// @param to an empty folder
  public void copySettings(Path to) {
    SettingsCopy copy = new SettingsCopy(ETC, to);
    settings.forEach(copy::add);
    copy.addEmpty(PASSWD);
  }

  /// {@return what a job sees, in the order in which it must be mounted}
  ///
  /// @param job the job
  /// @param passwd a file that names the box's user, shown as /etc/passwd
  public List<Entry> entries(Job job, Path passwd) {
    List<Entry> entries = new ArrayList<>(system);
    entries.add(new Entry.Folder(ETC));
    settings.forEach(path -> bind(entries, path));
    return entries(entries, job, passwd);
  }

  /// {@return the same with fewer mounts}
  ///
  /// @param job the job
  /// @param passwd a file that names the box's user, shown as /etc/passwd
  /// @param etc a folder that {@link #copySettings} filled, shown as /etc
  public List<Entry> entries(Job job, Path passwd, Path etc) {
    // A path of the job's has no place in the folder, and none can be made there.
    if (readable(job).stream().anyMatch(path -> path.startsWith(ETC))) {
      return entries(job, passwd);
    }
    List<Entry> entries = new ArrayList<>(system);
    entries.add(new Entry.Bind(etc, ETC));
    return entries(entries, job, passwd);
  }

  private static List<Entry> entries(List<Entry> entries, Job job, Path passwd) {
    entries.add(new Entry.Bind(passwd, PASSWD));
    entries.add(new Entry.Processes(Path.of("/proc")));
    entries.add(new Entry.Devices(Path.of("/dev")));
    entries.add(new Entry.Scratch(Path.of("/tmp"), job.limits().folderBytesInMemory()));
    entries.add(new Entry.Scratch(Path.of("/dev/shm"), SHARED_MEMORY_BYTES));
    readable(job).forEach(p -> bind(entries, p));
    return entries;
  }

  /// {@return the job's read-only paths that exist and are not part of the system, outer ones
  /// first}
  ///
  /// @param job the job
  public static List<Path> readable(Job job) {
    return job.readOnly().stream()
        .map(Path::normalize)
        .filter(Path::isAbsolute)
        .filter(p -> p.getNameCount() > 0)
        .filter(p -> SYSTEM.stream().noneMatch(p::startsWith))
        .filter(p -> Stream.of("/proc", "/dev", "/sys").noneMatch(p::startsWith))
        .filter(Files::exists)
        .sorted(Comparator.comparingInt(Path::getNameCount).thenComparing(p -> p))
        .distinct()
        .toList();
  }

  /// {@return the variables of a job: its own and those that the sandbox sets}
  ///
  /// @param job the job
  /// @param work the work folder as the job sees it
  /// @param temporary the folder for temporary files as the job sees it
  public static SortedMap<String, String> environment(Job job, Path work, Path temporary) {
    SortedMap<String, String> environment = new TreeMap<>();
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.putAll(job.environment());
    environment.put("HOME", work.toString());
    environment.put("TMPDIR", temporary.toString());
    environment.put("LANG", "C.UTF-8");
    environment.remove("LC_ALL");
    return environment;
  }

  private static void bind(List<Entry> entries, Path path) {
    // Made here, as a mount tool's own parents may be closed to the box's user.
    List<Path> parents = new ArrayList<>();
    for (Path p = path.getParent(); p != null && p.getNameCount() > 0; p = p.getParent()) {
      if (entries.stream().noneMatch(there(p))) {
        parents.addFirst(p);
      }
    }
    parents.forEach(p -> entries.add(new Entry.Folder(p)));
    entries.add(new Entry.Bind(path, path));
  }

  private static Predicate<Entry> there(Path path) {
    return entry ->
        entry.at().equals(path) || (entry instanceof Entry.Bind && path.startsWith(entry.at()));
  }

  private static List<Path> javaSettings() {
    try (Stream<Path> etc = Files.list(ETC)) {
      return etc.filter(p -> p.getFileName().toString().startsWith("java-")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("could not list /etc", e);
    }
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read the link " + link, e);
    }
  }
}
