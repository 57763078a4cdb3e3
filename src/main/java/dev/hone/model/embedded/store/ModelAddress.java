package dev.hone.model.embedded.store;

import dev.hone.failure.UsageException;
import dev.hone.model.ThisMachine;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a model file without a name is fetched from: `http` and `https` addresses, and
/// `hub:OWNER/REPOSITORY/FILE.gguf`, with `@REVISION` behind it where it is not `main`.
///
/// @param uri the address
/// @param file the name of the file here: the last part of the address
record ModelAddress(URI uri, String file) {
  private static final String HUB = "hub:";
  private static final Pattern AT_HUB =
      Pattern.compile("hub:([\\w.-]+/[\\w.-]+)/([\\w./+-]+?)(?:@([\\w./-]+))?");
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][\\w.+-]{0,200}\\.gguf");
  private static final Pattern ONE_OF_SEVERAL = Pattern.compile(".*-\\d{5}-of-\\d{5}\\.gguf");
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /// {@return whether a text is meant as an address}
  static boolean isMeant(String text) {
    return text.startsWith(HUB) || text.contains("://");
  }

  /// {@return the address in a text}
  ///
  /// @param text what was typed
  /// @param hub the hub's address
  /// @param hashKnown whether the file's hash was typed beside it
  /// @throws UsageException if it is no address, or one that is not to be asked
  static ModelAddress of(String text, URI hub, boolean hashKnown) {
    URI uri = web(text.startsWith(HUB) ? atHub(text, hub) : text, text);
    if (uri.getScheme().equals("http") && !hashKnown && !ThisMachine.isNamed(uri.getHost())) {
      throw new UsageException(
          "%s comes unencrypted, so anybody on the way may change the file; take its https address, or pass --sha256 with its hash"
              .formatted(text));
    }
    String path = uri.getPath();
    String file = path.substring(path.lastIndexOf('/') + 1);
    if (!FILE.matcher(file).matches()) {
      throw new UsageException(
          "%s names no model file: its last part has to be a name that ends with .gguf"
              .formatted(text));
    }
    if (ONE_OF_SEVERAL.matcher(file).matches()) {
      throw new UsageException(
          "%s is one of several files of a model, and Hone fetches models of one file; take one that is whole"
              .formatted(text));
    }
    return new ModelAddress(uri, file);
  }

  /// {@return the address of a hub}
  ///
  /// @param text what the setting says
  /// @throws UsageException if it is no address
  static URI hub(String text) {
    try {
      return web(text.replaceAll("/+$", ""), text);
    } catch (UsageException e) {
      throw new UsageException(
          "the hub that models are fetched from (model.hub, HONE_MODEL_HUB) is set wrong: "
              + e.getMessage());
    }
  }

  private static String atHub(String text, URI hub) {
    Matcher parts = AT_HUB.matcher(text);
    if (!parts.matches() || text.contains("..")) {
      throw new UsageException(
          "%s is no file at the hub; write hub:OWNER/REPOSITORY/FILE.gguf, or with @REVISION behind it"
              .formatted(text));
    }
    String revision = parts.group(3) == null ? "main" : parts.group(3);
    return "%s/%s/resolve/%s/%s".formatted(hub, parts.group(1), revision, parts.group(2));
  }

  private static URI web(String address, String typed) {
    try {
      URI uri = URI.create(address);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (SCHEMES.contains(scheme)
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getFragment() == null) {
        return uri;
      }
    } catch (IllegalArgumentException _) {
      // falls through to the one message for all that is none
    }
    throw new UsageException(
        "%s is no address to fetch from; one begins with https:// and has no user, password or # in it"
            .formatted(typed.replaceAll("//[^/@]*@", "//…@")));
  }
}
