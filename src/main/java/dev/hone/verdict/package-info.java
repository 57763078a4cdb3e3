/// What judging a candidate showed: scan, compile gate and tests, one outcome for each test.
@NullMarked
package dev.hone.verdict;

import org.jspecify.annotations.NullMarked;
