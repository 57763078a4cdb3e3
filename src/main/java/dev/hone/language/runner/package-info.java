/// What the languages share to find programs, to lay out their runner scripts and what is prepared
/// once, and to read what the runners report.
@NullMarked
package dev.hone.language.runner;

import org.jspecify.annotations.NullMarked;
