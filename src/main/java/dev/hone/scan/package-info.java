/// The static scan of code before anything runs, on syntax trees, by rules that are data.
@NullMarked
package dev.hone.scan;

import org.jspecify.annotations.NullMarked;
