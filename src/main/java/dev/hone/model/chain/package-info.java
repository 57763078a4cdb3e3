/// Models that stand in for one another.
@NullMarked
package dev.hone.model.chain;

import org.jspecify.annotations.NullMarked;
