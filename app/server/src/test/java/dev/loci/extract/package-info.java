@NullMarked
package dev.loci.extract;

import org.jspecify.annotations.NullMarked;
