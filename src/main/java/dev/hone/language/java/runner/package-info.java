/// The program that compiles Java code and runs its tests inside the sandbox, in one process of its
/// own. It is kept to Java 17 and uses nothing of Hone.
@NullMarked
package dev.hone.language.java.runner;

import org.jspecify.annotations.NullMarked;
