/**
 * The application: what starts it, what it says when it has started, and what when it
 * cannot.
 */
@NullMarked
package dev.loci;

import org.jspecify.annotations.NullMarked;
