package dev.hone.config;

/// One setting as it is shown to a person.
///
/// @param name its name with dots
/// @param value its value; of what may hold a secret only whether it is set; empty where nothing
///   sets the key and it has no default
/// @param origin where it came from
public record ShownSetting(String name, String value, Origin origin) {}
