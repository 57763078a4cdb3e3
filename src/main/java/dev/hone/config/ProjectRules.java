package dev.hone.config;

import dev.hone.failure.UsageException;
import dev.hone.model.chain.Chain;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Refuses what the file of a project may not set.
///
/// @param userFile where it may stand instead
record ProjectRules(Path userFile) {
  private static final String LOCAL_OR_PROVIDER = "[a-z][a-z0-9_-]*(?::(?!//).+)?";

  /// Refuses what no project may set, whatever the settings of the user are.
  ///
  /// @throws UsageException that says where it may stand
  void checkAlone(Setting setting) {
    if (setting.key().project() == ProjectRule.NEVER) {
      throw new UsageException(
          "%s is not for a project to decide; %s".formatted(setting.place(), instead(setting)));
    }
    if (setting.key().kind() == Kind.MODEL) {
      for (String name : Chain.names(setting.filled())) {
        // weights of a stranger are not loaded, and nothing is sent where a stranger says
        if (!name.matches(LOCAL_OR_PROVIDER) || Files.exists(Path.of(name))) {
          throw new UsageException(
              "%s names an address or a file, and a project may name only models such as default or PROVIDER:NAME; %s"
                  .formatted(setting.place(), instead(setting)));
        }
      }
    }
  }

  /// Refuses what binds less than the settings of the user.
  ///
  /// @param setting what the project sets
  /// @param users what the user set, and what is usual, by name
  /// @throws UsageException that says where it may stand
  void check(Setting setting, Map<String, Setting> users) {
    checkAlone(setting);
    if (setting.key().project() != ProjectRule.TIGHTER) {
      return;
    }
    Optional<Setting> own = own(setting.name(), users);
    Optional<BigDecimal> bound = own.flatMap(Values::amount);
    if (bound.isPresent() && Values.amount(setting).orElseThrow().compareTo(bound.get()) > 0) {
      throw new UsageException(
          "%s sets %s, and a project may only bind more than your own %s; %s"
              .formatted(setting.place(), setting.text(), own.get().text(), instead(setting)));
    }
  }

  private static Optional<Setting> own(String name, Map<String, Setting> users) {
    // without a limit of its own the time of the processor is that of the clock
    String counted = name.equals("sandbox.cpu") && !users.containsKey(name) ? "sandbox.wall" : name;
    return Optional.ofNullable(users.get(counted));
  }

  private String instead(Setting setting) {
    Key key = setting.key();
    StringBuilder text = new StringBuilder("write it into ").append(userFile);
    if (!key.variable().isEmpty()) {
      text.append(", or set ").append(Variables.name(key, setting.path()));
    }
    if (!key.option().isEmpty()) {
      text.append(", or pass ").append(key.option());
    }
    return text.toString();
  }
}
