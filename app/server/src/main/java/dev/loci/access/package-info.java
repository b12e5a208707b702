/**
 * Who calls, and whether they may.
 * <p>
 * <b>Why a tenant is never an argument.</b> It comes from the caller's credential and
 * from nowhere else, and {@link dev.loci.access.Callers} is the one place that says so.
 * Until there are credentials the door is open, so it opens on loopback only, and to
 * nobody who was sent there by a web page from elsewhere.
 */
@ApplicationModule(allowedDependencies = "memory")
@NullMarked
package dev.loci.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
