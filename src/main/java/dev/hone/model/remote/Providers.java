package dev.hone.model.remote;

import dev.hone.failure.UsageException;
import dev.hone.model.remote.Provider.Extras;
import dev.hone.model.remote.Provider.Habits;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The providers that can be named.
public final class Providers {
  private static final Pattern NAMED = Pattern.compile("([a-z][a-z0-9_-]*):(.*)");
  private static final String BARE_KEY = "HONE_API_KEY";

  private final Map<String, Provider> providers = new LinkedHashMap<>();

  /// Makes the usual providers and those of the settings.
  ///
  /// @param configured further ones; one with the name of a usual one takes its place
  public Providers(List<Provider> configured) {
    usual().forEach(provider -> providers.put(provider.name(), provider));
    configured.forEach(provider -> providers.put(provider.name(), provider));
  }

  /// {@return OpenAI, Anthropic, Gemini, and Ollama on this machine}
  public static List<Provider> usual() {
    return List.of(
        provider("openai", Dialect.OPENAI, "https://api.openai.com/v1", "OPENAI_API_KEY"),
        provider(
            "anthropic", Dialect.ANTHROPIC, "https://api.anthropic.com/v1", "ANTHROPIC_API_KEY"),
        provider(
            "gemini",
            Dialect.GEMINI,
            "https://generativelanguage.googleapis.com/v1beta",
            "GEMINI_API_KEY",
            "GOOGLE_API_KEY"),
        provider("ollama", Dialect.OLLAMA, "http://127.0.0.1:11434"));
  }

  /// {@return the names that may stand before a colon}
  public List<String> names() {
    return List.copyOf(providers.keySet());
  }

  /// {@return all of them, the usual ones first}
  public List<Provider> all() {
    return List.copyOf(providers.values());
  }

  /// {@return the model that a text names, or empty where it is the name of no remote model}
  ///
  /// @param text such as `openai:gpt-4.1`, or `http://127.0.0.1:8080/v1#qwen`
  /// @throws UsageException if it begins as one does and goes on wrongly
  public Optional<RemoteName> find(String text) {
    if (text.startsWith("http://") || text.startsWith("https://")) {
      return Optional.of(atAddress(text));
    }
    Matcher named = NAMED.matcher(text);
    if (!named.matches()) {
      return Optional.empty();
    }
    Provider provider = providers.get(named.group(1));
    if (provider == null) {
      return Optional.empty();
    }
    String model = named.group(2).strip();
    if (model.isEmpty()) {
      throw new UsageException(
          "--model %s names no model; say which one, such as %s:NAME".formatted(text, text));
    }
    return Optional.of(new RemoteName(provider, model));
  }

  /// {@return an address without the slash at its end}
  ///
  /// @param text the address
  /// @param place what it is called where it was set
  /// @throws UsageException if it is none, or holds a user or a password
  public static URI address(String text, String place) {
    try {
      URI url = new URI(text.strip().replaceFirst("/+$", ""));
      String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      if (url.getHost() != null
          && url.getRawUserInfo() == null
          && (scheme.equals("http") || scheme.equals("https"))) {
        return url;
      }
    } catch (URISyntaxException _) {
      // The message below does not repeat the text, which may hold a password.
    }
    throw new UsageException(
        "%s takes an address such as https://host/v1, with no user and no password in it"
            .formatted(place));
  }

  private static RemoteName atAddress(String text) {
    int mark = text.indexOf('#');
    String model = mark < 0 ? "" : text.substring(mark + 1).strip();
    if (model.isEmpty()) {
      throw new UsageException(
          "an address takes the model's name behind a #, such as"
              + " --model http://127.0.0.1:8080/v1#qwen2.5-coder");
    }
    URI url = address(text.substring(0, mark), "--model");
    return new RemoteName(
        new Provider(
            url.toString(),
            Dialect.OPENAI,
            url,
            new Provider.Key(List.of(BARE_KEY), false),
            Extras.NONE,
            new Habits(0, false, Patience.usual())),
        model);
  }

  private static Provider provider(String name, Dialect dialect, String url, String... variables) {
    return new Provider(
        name,
        dialect,
        URI.create(url),
        new Provider.Key(List.of(variables), variables.length > 0),
        Extras.NONE,
        new Habits(0, goesOn(dialect), Patience.usual()));
  }

  /// {@return whether servers of a dialect let a reply go on from words that are given as its
  /// beginning} Those of the OpenAI dialect differ, so that it must be said for each.
  ///
  /// @param dialect the dialect
  public static boolean goesOn(Dialect dialect) {
    return switch (dialect) {
      case ANTHROPIC, OLLAMA -> true;
      case OPENAI, GEMINI -> false;
    };
  }
}
