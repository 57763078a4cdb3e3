package dev.hone.language;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a language's own client is to fetch packages in a sandbox that reaches nothing but a
/// registry. The command finds two sockets by the variables {@link #REGISTRY} and {@link
/// #DELIVERY}, and a mark on standard input: through the first it speaks to a proxy, to the second
/// it writes the mark and then the files. It prints one line for each package, `resolved NAME
/// VERSION IMPORT...`, or one that says what is wrong: `unknown NAME`, `source NAME` where there is
/// nothing that is built, `version NAME VERSION...` with the versions that there are.
///
/// Where what comes has to be built, a second command does that in a box without any network: it
/// finds what the first one fetched by {@link #FETCHED} and hands over what is kept in the same
/// way.
///
/// @param client the client's name, such as `pip`
/// @param command the program by its absolute path, and its arguments
/// @param environment all variables that the command needs beyond the sockets
/// @param readOnly folders and files that the command reads, absolute
/// @param hosts what may be reached, each as `host:port`, as the client's own settings have it
/// @param build the second command; empty where what the first one hands over is kept
/// @param input what follows the mark's line on standard input, where no other user of the machine
///   sees it; empty for nothing
public record PackageFetch(
    String client,
    List<String> command,
    Map<String, String> environment,
    List<Path> readOnly,
    Set<String> hosts,
    List<String> build,
    String input) {
  /// The variable with the path of the proxy's socket.
  public static final String REGISTRY = "HONE_REGISTRY";

  /// The variable with the path of the socket that takes the files.
  public static final String DELIVERY = "HONE_DELIVERY";

  /// The variable with the folder of what was fetched.
  public static final String FETCHED = "HONE_FETCHED";

  /// Copies the collections.
  public PackageFetch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    readOnly = List.copyOf(readOnly);
    hosts = Set.copyOf(hosts);
    build = List.copyOf(build);
  }

  /// Makes one whose files need no building.
  ///
  /// @param client the client's name
  /// @param command the program and its arguments
  /// @param environment all variables that it needs beyond the sockets
  /// @param readOnly what it reads
  /// @param hosts what may be reached
  public PackageFetch(
      String client,
      List<String> command,
      Map<String, String> environment,
      List<Path> readOnly,
      Set<String> hosts) {
    this(client, command, environment, readOnly, hosts, List.of(), "");
  }
}
