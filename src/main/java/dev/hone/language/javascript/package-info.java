/// JavaScript by Node.js and its own test runner.
@NullMarked
package dev.hone.language.javascript;

import org.jspecify.annotations.NullMarked;
