package dev.hone.config;

import dev.hone.failure.UsageException;
import dev.hone.model.chain.Chain;
import dev.hone.model.remote.Providers;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// What values mean, whatever they are for.
final class Values {
  /// What an engine takes for the name of an image, and nothing that it could take for an option.
  private static final Pattern IMAGE = Pattern.compile("[a-z0-9][A-Za-z0-9._/:@-]*");

  private Values() {}

  /// Checks that a value is one of its key's kind.
  ///
  /// @throws UsageException if it is not
  static void check(Setting setting) {
    Object _ =
        switch (setting.key().kind()) {
          case TEXT -> setting.filled();
          case VARIABLE -> setting.named();
          case WORD -> setting.word();
          case MODEL -> Chain.names(setting.filled());
          case IMAGE -> image(setting);
          case DATABASE -> LogSetting.place(setting);
          case ADDRESS -> address(setting.filled(), setting.place());
          case COUNT -> setting.count();
          case INTEGER -> setting.integer();
          case TIME, SECONDS -> setting.time();
          case SIZE -> setting.bytes();
          case TOKENS -> setting.tokens();
          case DOLLARS -> setting.dollars();
          case PRICE -> setting.price();
          case SWITCH -> setting.truth();
          case LIST, COMMAND -> setting.texts();
          case TABLE -> setting.table();
        };
  }

  /// {@return the address of a server, without a slash at its end}
  ///
  /// @param place where it was set
  /// @throws UsageException if it is none, or has more in it than host and path, which is not
  ///   repeated: it may be a secret
  static URI address(String text, String place) {
    URI url = Providers.address(text, place);
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new UsageException(place + " takes an address with nothing behind ? or #");
    }
    return url;
  }

  private static String image(Setting setting) {
    String name = setting.filled();
    if (!IMAGE.matcher(name).matches()) {
      throw new UsageException(
          "%s takes the name of an image such as \"debian:12\", not '%s'"
              .formatted(setting.place(), name));
    }
    return name;
  }

  /// {@return how far a value binds, as a number; empty where that cannot be said}
  static Optional<BigDecimal> amount(Setting setting) {
    return switch (setting.key().kind()) {
      case COUNT -> Optional.of(BigDecimal.valueOf(setting.count()));
      case TIME, SECONDS -> Optional.of(BigDecimal.valueOf(setting.time().toMillis()));
      case SIZE -> Optional.of(BigDecimal.valueOf(setting.bytes()));
      case TOKENS -> Optional.of(BigDecimal.valueOf(setting.tokens()));
      case DOLLARS -> Optional.of(setting.dollars());
      // switched on and a word further to the end of its choices bind more
      case SWITCH -> Optional.of(setting.truth() ? BigDecimal.ZERO : BigDecimal.ONE);
      case WORD ->
          Optional.of(BigDecimal.valueOf(-setting.key().choices().indexOf(setting.word())));
      case TEXT, VARIABLE, MODEL, IMAGE, DATABASE, ADDRESS, INTEGER, PRICE, LIST, COMMAND, TABLE ->
          Optional.empty();
    };
  }
}
