package dev.loci.extract;

import java.util.List;

import dev.loci.extract.Extraction.Dropped;
import dev.loci.extract.Extraction.Usage;

/**
 * What a model thinks of several pairs.
 *
 * @param verdicts one for each pair, in their order
 * @param dropped what it said besides, or said in a way that cannot be taken
 */
public record Judgement(List<JudgeVerdict> verdicts, List<Dropped> dropped, Usage usage) {

	public Judgement {
		verdicts = List.copyOf(verdicts);
		dropped = List.copyOf(dropped);
	}

}
