package dev.hone.plan;

/// One thing that the code must offer.
///
/// @param name its name
/// @param text as the language writes it
/// @param isClass whether it is a class
record Signature(String name, String text, boolean isClass) {}
