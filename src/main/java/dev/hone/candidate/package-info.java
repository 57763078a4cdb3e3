/// Code that may solve a requirement, and how it is asked for and read from a reply.
@NullMarked
package dev.hone.candidate;

import org.jspecify.annotations.NullMarked;
