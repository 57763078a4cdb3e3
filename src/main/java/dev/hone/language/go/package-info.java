/// Go by its own compiler and linker, called directly, and package testing.
@NullMarked
package dev.hone.language.go;

import org.jspecify.annotations.NullMarked;
