package dev.loci.graph;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the graph is kept.
 *
 * @param dataDir the folder of all that is kept: the embedded database and its password
 * @param boltPort where the embedded database listens on loopback; 0 takes any free port,
 * unset takes 7687 and gives way to a free one
 * @param database the name of the database, embedded or elsewhere
 * @param pageCache how much of the embedded database's files is kept in memory
 * @param startTimeout how long a start waits for a database elsewhere and for another
 * instance that migrates the schema
 * @param transactionTimeout how long a unit of work may take in the database
 * @param idempotencyKept how long the answer to an {@code Idempotency-Key} is kept
 */
@ConfigurationProperties("loci")
record GraphSettings(@DefaultValue("data") Path dataDir, @Nullable Integer boltPort,
		@DefaultValue("neo4j") String database, @DefaultValue("512MB") DataSize pageCache,
		@DefaultValue("60s") Duration startTimeout, @DefaultValue("60s") Duration transactionTimeout,
		@DefaultValue("24h") Duration idempotencyKept) {
}
