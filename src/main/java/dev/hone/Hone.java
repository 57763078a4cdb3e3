package dev.hone;

/// The library's front door.
public final class Hone {
  private Hone() {}
}
