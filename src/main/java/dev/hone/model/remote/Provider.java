package dev.hone.model.remote;

import dev.hone.model.ThisMachine;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// Where models are asked, and how.
///
/// @param name what stands before the colon of `--model`, or the address itself
/// @param dialect how it is spoken to
/// @param url the address that the dialect's paths follow, without a slash at its end
/// @param key where the key comes from
/// @param extras what goes with every request
/// @param habits what is particular about it
public record Provider(
    String name, Dialect dialect, URI url, Key key, Extras extras, Habits habits) {

  /// Where the key comes from: a variable of the environment, nothing else.
  ///
  /// @param variables their names; the first that is set counts
  /// @param required whether nothing can be asked without
  public record Key(List<String> variables, boolean required) {
    /// Copies the list.
    public Key {
      variables = List.copyOf(variables);
    }
  }

  /// What goes with every request. A value that begins with `$` names a variable of the
  /// environment, whose value is a secret as the key is.
  ///
  /// @param headers headers by name
  /// @param query parameters of the address by name
  public record Extras(Map<String, String> headers, Map<String, String> query) {
    /// Nothing.
    public static final Extras NONE = new Extras(Map.of(), Map.of());

    /// Copies the maps.
    public Extras {
      headers = Map.copyOf(headers);
      query = Map.copyOf(query);
    }
  }

  /// What is particular about a provider.
  ///
  /// @param contextTokens how many tokens prompt and reply may have together, or 0 to find out
  /// @param goesOn whether a reply goes on from words that are given as its beginning
  /// @param patience how long it may take
  public record Habits(int contextTokens, boolean goesOn, Patience patience) {}

  /// {@return whether the address is on this machine}
  public boolean isHere() {
    return ThisMachine.isNamed(url.getHost());
  }
}
