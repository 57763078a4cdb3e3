/// What is asked of the model when a candidate failed.
@NullMarked
package dev.hone.repair;

import org.jspecify.annotations.NullMarked;
