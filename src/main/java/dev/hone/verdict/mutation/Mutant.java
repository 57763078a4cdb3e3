package dev.hone.verdict.mutation;

import dev.hone.language.SourceFile;

/// A file with one small fault that good tests notice.
///
/// @param file the file as it is with the fault
/// @param line where the fault is, from 1
/// @param before what stands there in the code
/// @param after what stands there instead; empty where something was taken out
public record Mutant(SourceFile file, int line, String before, String after) {}
