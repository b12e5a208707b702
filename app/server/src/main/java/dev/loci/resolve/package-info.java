/**
 * Decides what candidates mean for the graph: which entity a mention is, what a predicate
 * says, and what a statement does to the timeline.
 * <p>
 * <b>Why a function of all statements.</b> A timeline that is patched by every new
 * statement depends on the order of arrival. Here it is computed from all statements of
 * its slot, whatever order they came in, and what is believed is revised where it
 * differs: {@link dev.loci.resolve.Timeline} says what holds when,
 * {@link dev.loci.resolve.Matching} which fact that is,
 * {@link dev.loci.resolve.Resolution} what a new statement does.
 * <p>
 * <b>Why a handful of round trips.</b> A request reads whom it may mean in one query and
 * all slots that it touches in another, decides in memory, and writes each sort of thing
 * in one: {@link dev.loci.resolve.Resolver} tells the way,
 * {@link dev.loci.resolve.Ledger} what is written. So a thousand statements take as many
 * round trips as one, and a space of any size is read by its slots alone.
 * <p>
 * <b>Why stretches keep to themselves.</b> Who tells of "Berlin, 2020 to 2021" says
 * nothing about other years. So such a stretch lies on top of what else is known and
 * leaves no trace outside, and so does a retraction of one. A correction of a stretch
 * lies apart, above all that comes before or after it, so that not even what is taken
 * back for a while sees it. All else follows the order of time.
 * <p>
 * <b>Why a pair is what two slots say.</b> Of people who are married to each other, each
 * slot alone knows what ended on its side. A {@link dev.loci.resolve.Pair} holds where
 * both agree, so that it ends with the first of the two that ends, whoever told of it and
 * when.
 * <p>
 * <b>Why a rebuild is a new generation.</b> Another ontology may put every statement into
 * another slot, and no reader should see half of that. So
 * {@link dev.loci.resolve.Rebuild} copies what was claimed, read anew, and the past of
 * every fact to a key of its own, revises the facts there, and has it take the place of
 * the old one in one write; who asks for an earlier moment reads the generation of that
 * time. Where episodes are read anew, what was read out of them stays behind, and the new
 * generation is told by a {@link dev.loci.resolve.Retelling}; its
 * {@link dev.loci.resolve.Precedents} let what says the same go by the same id.
 * <p>
 * <b>Why doubt is an answer.</b> Two things that were joined wrongly cannot be told apart
 * afterwards by reading them, two that were kept apart can still be joined. So only equal
 * names of one family are joined by themselves; what merely looks alike is kept apart and
 * suggested to a model or a person. {@link dev.loci.resolve.Counsel} says what a model
 * may decide: nothing that a person has, and nothing that cannot be taken back.
 * <p>
 * <b>Why a name has an owner.</b> What an agent keeps for itself is about the same things
 * as what all are told, so there is one entity for both; but each has names of its own
 * for it ({@link dev.loci.resolve.Called}), and only those that a
 * {@link dev.loci.resolve.Teller} may know decide whom it means. One of whom only other
 * agents know is taken if its name leads to none else: else the next private mention
 * would be ambiguous to everybody but its owner. Nothing shows that to the teller: it
 * sees its own name, no type that it was not told, and no refusal counts anybody hidden.
 * <p>
 * <b>Why the ontology is read node by node.</b> It comes from callers. No object is made
 * of a document that could name its own classes, and what is wrong is said with its line.
 */
@ApplicationModule(allowedDependencies = { "memory", "graph", "embed" })
@NullMarked
package dev.loci.resolve;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
