/// Tests of the launchers in `bin`.
@NullMarked
package dev.hone.bin;

import org.jspecify.annotations.NullMarked;
