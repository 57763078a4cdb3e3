package dev.hone.model;

import static java.util.stream.Collectors.toCollection;

import dev.hone.model.Message.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A prompt as a resource file beside its stage: sections that start with `--- system`, `--- user`
/// or `--- assistant` on a line of their own, and `{{name}}` where a value goes. A section that is
/// empty after filling is left out.
public final class PromptTemplate {
  private static final Pattern SECTION = Pattern.compile("(?m)^--- (system|user|assistant)\\R");
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_]+)}}");

  private final String name;
  private final String hash;
  private final String text;

  private PromptTemplate(String name, String text) {
    this.name = name;
    this.text = text;
    this.hash = hashOf(text);
  }

  /// {@return the template in the resource `/dev/hone/NAME.md`}
  ///
  /// @param name stage and file, such as `candidate/write`
  /// @throws IllegalArgumentException if there is no such resource
  public static PromptTemplate load(String name) {
    try (InputStream in = PromptTemplate.class.getResourceAsStream("/dev/hone/" + name + ".md")) {
      if (in == null) {
        throw new IllegalArgumentException("no prompt is called " + name);
      }
      return new PromptTemplate(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return a template with a text of its own}
  ///
  /// @param name stage and file, such as `candidate/write`
  /// @param text its sections
  static PromptTemplate of(String name, String text) {
    return new PromptTemplate(name, text);
  }

  /// {@return whether it has a section that a model is asked with}
  boolean asks() {
    Matcher section = SECTION.matcher(text);
    boolean user = false;
    while (section.find()) {
      user |= section.group(1).equals("user");
    }
    return user;
  }

  /// {@return the names that get a value, in alphabetical order}
  Set<String> places() {
    return PLACE
        .matcher(text)
        .results()
        .map(place -> place.group(1))
        .collect(toCollection(TreeSet::new));
  }

  /// {@return the template's name, such as `candidate/write`}
  public String name() {
    return name;
  }

  /// {@return the text of the file, before filling}
  public String text() {
    return text;
  }

  /// {@return the first 12 hexadecimal digits of the template's SHA-256, before filling}
  public String hash() {
    return hash;
  }

  /// {@return the prompt with each `{{name}}` replaced} Values are taken as they are: a `{{…}}`
  /// inside one is not replaced again.
  ///
  /// @param values a value for each name in the template
  /// @throws IllegalArgumentException if a name of the template has no value
  public Prompt fill(Map<String, String> values) {
    List<Message> messages = new ArrayList<>();
    Matcher section = SECTION.matcher(text);
    boolean more = section.find();
    while (more) {
      Role role = Role.valueOf(section.group(1).toUpperCase(java.util.Locale.ROOT));
      int start = section.end();
      more = section.find();
      String body = text.substring(start, more ? section.start() : text.length());
      String filled = replace(body, values).strip();
      if (!filled.isEmpty()) {
        messages.add(new Message(role, filled));
      }
    }
    return new Prompt(name, hash, messages);
  }

  private String replace(String body, Map<String, String> values) {
    return PLACE
        .matcher(body)
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              if (value == null) {
                throw new IllegalArgumentException(name + " wants a value for " + place.group(1));
              }
              return Matcher.quoteReplacement(value);
            });
  }

  private static String hashOf(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
