/// Hone's own launcher: rights are given up step by step in a small Java program, which then
/// becomes the command. It depends on nothing but the JDK and the sandbox's records, so that it
/// starts quickly.
@NullMarked
package dev.hone.sandbox.launcher;

import org.jspecify.annotations.NullMarked;
