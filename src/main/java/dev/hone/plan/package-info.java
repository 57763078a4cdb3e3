/// What a requirement means in code: signature, files, examples, edge cases, steps.
@NullMarked
package dev.hone.plan;

import org.jspecify.annotations.NullMarked;
