/// Java by the JDK's own compiler and the JUnit Platform, both in one process.
@NullMarked
package dev.hone.language.java;

import org.jspecify.annotations.NullMarked;
