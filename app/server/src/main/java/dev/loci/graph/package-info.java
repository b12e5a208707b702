/**
 * Neo4j and nothing else: the embedded server, the connection, Cypher by name, the
 * schema.
 * <p>
 * <b>Why the embedded server is only an address.</b> It speaks Bolt on loopback like any
 * other Neo4j, so a laptop and a company's cluster run the same code and the same tests.
 * <p>
 * <b>Why Cypher lives in files.</b> Queries are half of the product and many of their
 * readers know no Java; a file can be pasted into Neo4j Browser as it stands. Sessions
 * and transactions of the driver never leave this package.
 */
@ApplicationModule(allowedDependencies = "memory")
@NullMarked
package dev.loci.graph;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
