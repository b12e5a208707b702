/**
 * What was said to statements: what a text claims, about whom and when, and nothing that
 * it does not say.
 * <p>
 * <b>Why statements and not facts.</b> A reader of a text cannot know what else was said,
 * so it decides nothing: whom a name means, what ends what and what is believed is
 * decided from all statements together, by rules, later.
 * <p>
 * <b>Why a model gets numbers.</b> What people say may be written to deceive it. So it
 * names entities and messages by numbers that the question gave away, and everything else
 * about a statement (whose word it is, where it was said, in which space) is taken from
 * the message and never from the answer: a model that obeys a hostile message can at most
 * claim something in the name of the one who wrote it.
 * <p>
 * <b>Why grammar is silent so often.</b> A memory that misses something says so; one that
 * holds something wrong does not. So without a model, a sentence counts only if all of it
 * is understood, if what it names can be nothing else, and if the words are the speaker's
 * own: each of these is a class ({@code Strangers}, {@code Kinds}, {@code Voice}).
 */
@ApplicationModule(allowedDependencies = "memory")
@NullMarked
package dev.loci.extract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
