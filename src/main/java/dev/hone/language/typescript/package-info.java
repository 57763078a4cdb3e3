/// TypeScript by its own compiler, kept in a snapshot of Node.js, and by the test runner of
/// Node.js.
@NullMarked
package dev.hone.language.typescript;

import org.jspecify.annotations.NullMarked;
