/**
 * The write path: accept durably, work, commit.
 * <p>
 * <b>Why acceptance and work are two.</b> A caller holds its answer once one transaction
 * has committed the episodes together with the job that will work on them; from then on
 * nothing can lose them, and their words are findable. What takes longer is the job's.
 * <p>
 * <b>Why the queue is the space.</b> Work within a space is done in order, so what is
 * leased is the space, not the job: {@code dueAt} on the space is its place in the line
 * and its lease in one. A space that was served goes to the end of the line, so a busy
 * one does not starve a quiet one, and a worker that dies leaves a space that is due
 * again by itself. The fence, counted up by every claim, keeps a worker that comes back
 * late from committing over its successor.
 * <p>
 * <b>Why what was given out is no evidence.</b> Agents put what they recalled into what
 * they say next. Were that learned, a memory that is recalled often would be believed the
 * more for it, right or wrong. So {@link dev.loci.ingest.Echoes} cuts it out of what is
 * read, and never out of what is kept.
 */
@ApplicationModule(allowedDependencies = { "memory", "graph", "embed", "extract", "resolve" })
@NullMarked
package dev.loci.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
