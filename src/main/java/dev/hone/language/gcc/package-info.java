/// What C and C++ share: finding a compiler, building the test runner once, running tests one
/// process each, and reading what compilers say.
@NullMarked
package dev.hone.language.gcc;

import org.jspecify.annotations.NullMarked;
