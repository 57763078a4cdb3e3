/// Hone turns a requirement in plain language into code that has been compiled, tested and judged.
/// {@link dev.hone.Hone} is the front door.
@NullMarked
package dev.hone;

import org.jspecify.annotations.NullMarked;
