/// What the languages share to find programs, to lay out their runner scripts and to read what
/// those scripts report.
@NullMarked
package dev.hone.language.runner;

import org.jspecify.annotations.NullMarked;
