/// Syntax trees of source text, as plain data.
@NullMarked
package dev.hone.language.syntax;

import org.jspecify.annotations.NullMarked;
