/// What JavaScript and TypeScript share: finding Node.js, its test runner and report, the words of
/// test frameworks, names in the syntax tree, example tests, and corrections by rule.
@NullMarked
package dev.hone.language.node;

import org.jspecify.annotations.NullMarked;
