/// Third-party packages: which ones a requirement names, and how they come into a folder that code
/// under test may read.
@NullMarked
package dev.hone.packages;

import org.jspecify.annotations.NullMarked;
