/**
 * Measures the service as its clients meet it, a process of its own: how well it finds
 * what was said, how fast, and what becomes of that as it grows.
 */
@NullMarked
package dev.loci.bench;

import org.jspecify.annotations.NullMarked;
