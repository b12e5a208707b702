package dev.loci.extract;

/**
 * Which way a bare "on Friday" or "in March" looks.
 */
enum Tense {

	PAST, PRESENT, FUTURE

}
