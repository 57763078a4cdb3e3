package dev.hone.language.runner;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The text of a build file, a resource with places such as `{{name}}`.
public final class Template {
  private Template() {}

  /// {@return the text of a template with its places filled} A line that holds nothing but a place
  /// goes where its value is empty.
  ///
  /// @param language the folder below `/dev/hone/language/`
  /// @param name the file in it
  /// @param values what stands in the places
  public static String filled(String language, String name, Map<String, String> values) {
    String text = new String(Scripts.resource(language, name), StandardCharsets.UTF_8);
    for (Map.Entry<String, String> value : values.entrySet()) {
      String place = "{{" + value.getKey() + "}}";
      text =
          value.getValue().isEmpty()
              ? text.replace("\n" + place + "\n", "\n").replace(place, "")
              : text.replace(place, value.getValue());
    }
    return text;
  }
}
