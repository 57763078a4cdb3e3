/// The port behind which every command that a model had a hand in runs, under limits.
@NullMarked
package dev.hone.sandbox;

import org.jspecify.annotations.NullMarked;
