package dev.loci.graph;

import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Where the database of this process is, for people.
 *
 * @param passwordFile where its password is, when it is embedded
 */
public record GraphAddress(URI uri, String database, Path dataDir, @Nullable Path passwordFile) {

	public boolean embedded() {
		return this.passwordFile != null;
	}

}
