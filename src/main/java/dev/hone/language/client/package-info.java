/// The program that runs the clients of Go, Rust and Java inside the sandbox, where packages are
/// fetched. It runs on the Java that runs Hone and uses nothing else of Hone.
@NullMarked
package dev.hone.language.client;

import org.jspecify.annotations.NullMarked;
