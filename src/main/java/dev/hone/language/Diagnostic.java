package dev.hone.language;

/// One message of a compiler, checker or loader.
///
/// @param path the file, relative to the work folder; empty where unknown
/// @param line the line, from 1; 0 where unknown
/// @param column the column, from 1; 0 where unknown
/// @param code the tool's name for the kind of fault, such as `SyntaxError`; may be empty
/// @param message what is wrong, one line
/// @param sourceLine the line of code it is about; empty where unknown
public record Diagnostic(
    String path, int line, int column, String code, String message, String sourceLine) {}
