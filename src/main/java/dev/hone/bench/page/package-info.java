/// The report of bench runs as one page that needs nothing else.
@NullMarked
package dev.hone.bench.page;

import org.jspecify.annotations.NullMarked;
