/// C++ by g++ or clang++.
@NullMarked
package dev.hone.language.cpp;

import org.jspecify.annotations.NullMarked;
