package dev.loci.memory;

/**
 * What a statement does to its state: say that it holds, that it ended, or that it was
 * never so.
 */
public enum Polarity {

	ASSERT, END, RETRACT

}
