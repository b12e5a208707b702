@NullMarked
package dev.loci.resolve;

import org.jspecify.annotations.NullMarked;
