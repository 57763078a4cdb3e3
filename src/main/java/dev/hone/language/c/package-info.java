/// C by gcc or clang.
@NullMarked
package dev.hone.language.c;

import org.jspecify.annotations.NullMarked;
