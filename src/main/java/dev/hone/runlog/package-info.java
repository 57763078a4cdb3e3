/// Every attempt of every run, kept in a database before the next attempt starts.
@NullMarked
package dev.hone.runlog;

import org.jspecify.annotations.NullMarked;
