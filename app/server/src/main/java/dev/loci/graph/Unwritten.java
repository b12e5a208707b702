package dev.loci.graph;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.loci.memory.Scope;

import org.springframework.stereotype.Component;

/**
 * What was answered a moment before it is written. Those who write later say here how to
 * wait for them, so that those who must not miss it need not know them.
 */
@Component
public class Unwritten {

	private final List<Consumer<Scope>> writers = new CopyOnWriteArrayList<>();

	/**
	 * From now on this one is waited for.
	 * @param writer waits until it has written what it has to write in a space
	 */
	public void writeLater(Consumer<Scope> writer) {
		this.writers.add(writer);
	}

	/**
	 * Waits until all that this process has answered in a space is written.
	 * @throws dev.loci.memory.StoreUnavailable if that takes too long
	 */
	public void await(Scope scope) {
		this.writers.forEach((writer) -> writer.accept(scope));
	}

}
