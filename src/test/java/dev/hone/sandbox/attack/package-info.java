/// Attacks of Hone's own writing, run in every sandbox mode.
@NullMarked
package dev.hone.sandbox.attack;

import org.jspecify.annotations.NullMarked;
