/// The terminal of a person: its size, and a view that is drawn in place on it.
@NullMarked
package dev.hone.cli.terminal;

import org.jspecify.annotations.NullMarked;
