package dev.hone.cli;

import dev.hone.config.Origin;
import dev.hone.config.Settings;
import dev.hone.config.ShownSetting;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Settings as a table and as JSON.
final class SettingsTable {
  private static final int MOST_COLUMNS = 44;

  private SettingsTable() {}

  static String of(Settings settings, List<ShownSetting> shown) {
    int names = width(shown.stream().map(ShownSetting::name).toList());
    int values = width(shown.stream().map(SettingsTable::value).toList());
    StringBuilder text = new StringBuilder();
    if (!settings.profile().isEmpty()) {
      text.append("profile in use: ").append(settings.profile()).append("\n\n");
    }
    for (ShownSetting one : shown) {
      String format = "%-" + names + "s  %-" + values + "s  %s";
      text.append(
              String.format(Locale.ROOT, format, one.name(), value(one), origin(one.origin()))
                  .stripTrailing())
          .append('\n');
    }
    return text.toString();
  }

  private static int width(List<String> cells) {
    return cells.stream().mapToInt(String::length).filter(n -> n <= MOST_COLUMNS).max().orElse(1);
  }

  private static String value(ShownSetting one) {
    return one.value().isEmpty() ? "-" : one.value();
  }

  private static String origin(Origin origin) {
    String profile = origin.byProfile();
    String place = origin.place().isEmpty() ? origin.layer() : origin.place();
    return profile.isEmpty() ? place : "%s (profile %s)".formatted(place, profile);
  }

  static ObjectNode form(Settings settings, List<ShownSetting> shown) {
    ObjectNode form = Json.form().put("profile", settings.profile());
    ArrayNode array = form.putArray("settings");
    for (ShownSetting one : shown) {
      ObjectNode node = array.addObject();
      node.put("key", one.name());
      node.put("value", one.value().isEmpty() ? null : one.value());
      Origin origin = one.origin();
      node.put("layer", origin.layer()).put("place", origin.place());
      node.put("profile", origin.byProfile());
    }
    return form;
  }
}
