package dev.loci.access;

import java.util.List;
import java.util.Locale;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * To whom the door is open while there are no keys.
 *
 * @param beyondLoopback whether to start on an address that others reach: only where all
 * of them may read, write and erase everything
 * @param hosts names other than loopback by which this service may be called
 */
@ConfigurationProperties("loci.access")
record AccessSettings(@DefaultValue("false") boolean beyondLoopback, @DefaultValue List<String> hosts) {

	AccessSettings {
		hosts = hosts.stream().map((host) -> host.toLowerCase(Locale.ROOT)).toList();
	}

}
