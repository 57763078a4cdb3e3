package dev.hone.runlog;

import java.util.Map;

/// Who asks a server for a run log. It is never printed.
public final class Login {
  private final String user;
  private final String password;

  private Login(String user, String password) {
    this.user = user;
    this.password = password;
  }

  /// {@return what an environment says by `PGUSER` and `PGPASSWORD`} Where it says nothing, the
  /// address, `~/.pgpass` and the name of the account count.
  ///
  /// @param environment the variables that count
  public static Login of(Map<String, String> environment) {
    return new Login(
        environment.getOrDefault("PGUSER", ""), environment.getOrDefault("PGPASSWORD", ""));
  }

  /// {@return the name; empty where none is given}
  String user() {
    return user;
  }

  /// {@return the password; empty where none is given}
  String password() {
    return password;
  }
}
