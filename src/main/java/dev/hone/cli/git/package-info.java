/// The commit of what a run changed, by JGit, which nothing else knows. Not loaded before
/// `--commit` is typed.
@NullMarked
package dev.hone.cli.git;

import org.jspecify.annotations.NullMarked;
