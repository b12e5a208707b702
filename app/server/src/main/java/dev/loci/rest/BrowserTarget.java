package dev.loci.rest;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * The database that Neo4j Browser opens on.
 *
 * @param uri its Bolt address; none if it is not this process's own, which brings no
 * Browser with it
 */
public record BrowserTarget(@Nullable URI uri) {
}
