/// Measures strategies on problem files: hidden checks decide what was solved.
@NullMarked
package dev.hone.bench;

import org.jspecify.annotations.NullMarked;
