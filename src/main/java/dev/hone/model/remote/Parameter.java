package dev.hone.model.remote;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A part of a request that some models refuse.
enum Parameter {
  /// How much chance plays.
  TEMPERATURE("temperature"),
  /// The share of probability that counts.
  TOP_P("top_?p"),
  /// How many tokens count.
  TOP_K("top_?k"),
  /// The seed.
  SEED("seed"),
  /// Texts that end the reply.
  STOP("stop(_?sequences)?"),
  /// The limit of the reply under its old name; models that think want another one.
  MAX_TOKENS("max_tokens"),
  /// Words that the reply begins with.
  BEGINNING("prefill");

  private static final Pattern REFUSAL =
      Pattern.compile(
          "not support|unsupported|not allowed|not permitted|deprecated|unrecognized|unknown"
              + "|unexpected|extra|cannot both|may not|only the default");

  private final Pattern name;

  Parameter(String name) {
    this.name = Pattern.compile("(?<![a-z_])(?:" + name + ")(?![a-z_])");
  }

  /// {@return the parameters that a provider's words refuse}
  static Set<Parameter> refusedBy(String words) {
    String text = words.toLowerCase(Locale.ROOT);
    Set<Parameter> refused = EnumSet.noneOf(Parameter.class);
    if (REFUSAL.matcher(text).find()) {
      Arrays.stream(values())
          .filter(parameter -> parameter.name.matcher(text).find())
          .forEach(refused::add);
    }
    return refused;
  }
}
