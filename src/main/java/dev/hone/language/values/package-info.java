/// Values and calls as people write them in examples, read without regard to the language: what
/// Python, JavaScript, Go, Rust, Java, C and C++ have in common, and their usual spellings beyond.
@NullMarked
package dev.hone.language.values;

import org.jspecify.annotations.NullMarked;
