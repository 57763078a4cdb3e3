package dev.hone.model.embedded;

import dev.hone.model.Thoughts;

/// Keeps what a model thinks out of its reply, as [Thoughts] does with a reply that is whole. Text
/// that may yet begin with a thought is held back.
final class ThoughtFilter {
  private enum Place {
    BEFORE,
    WITHIN,
    BEHIND,
    ANSWER
  }

  private final StringBuilder held = new StringBuilder();
  private Place place;

  private ThoughtFilter(Place place) {
    this.place = place;
  }

  /// {@return a filter for a model that may think}
  static ThoughtFilter on() {
    return new ThoughtFilter(Place.BEFORE);
  }

  /// {@return a filter that lets all text through at once}
  static ThoughtFilter off() {
    return new ThoughtFilter(Place.ANSWER);
  }

  /// {@return whether what comes is thought}
  boolean isThinking() {
    return place == Place.WITHIN;
  }

  /// Takes a piece of text.
  ///
  /// @return what belongs to the answer, empty where nothing does yet
  String add(String piece) {
    if (place == Place.ANSWER) {
      return piece;
    }
    held.append(piece);
    return switch (place) {
      case BEFORE -> begin();
      case WITHIN -> end();
      case BEHIND, ANSWER -> behind();
    };
  }

  /// {@return what was held back and is answer, as nothing follows}
  String finish() {
    String rest = place == Place.BEFORE ? held.toString() : "";
    held.setLength(0);
    return rest;
  }

  private String begin() {
    String text = held.toString();
    String begun = text.stripLeading();
    if (begun.startsWith(Thoughts.START)) {
      place = Place.WITHIN;
      return end();
    }
    if (Thoughts.START.startsWith(begun)) {
      return "";
    }
    place = Place.ANSWER;
    held.setLength(0);
    return text;
  }

  private String end() {
    int end = held.indexOf(Thoughts.END);
    if (end < 0) {
      return "";
    }
    held.delete(0, end + Thoughts.END.length());
    place = Place.BEHIND;
    return behind();
  }

  private String behind() {
    String text = held.toString().stripLeading();
    held.setLength(0);
    if (!text.isEmpty()) {
      place = Place.ANSWER;
    }
    return text;
  }
}
