package dev.loci.memory;

/**
 * How we know when something began: it was said, we heard of it then, or we do not.
 */
public enum Basis {

	STATED, OBSERVED, UNKNOWN

}
