/// The tests of a requirement, each with where it came from.
@NullMarked
package dev.hone.suite;

import org.jspecify.annotations.NullMarked;
