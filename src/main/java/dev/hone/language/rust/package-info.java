/// Rust by the toolchain's own compiler and its built-in tests.
@NullMarked
package dev.hone.language.rust;

import org.jspecify.annotations.NullMarked;
