package dev.loci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heap of another process with the serial collector.
 */
final class Heap {

	private static final Pattern OLD_GENERATION = Pattern.compile("(?m)^\\s*Tenured.*?used (\\d+)K");

	private Heap() {
	}

	/**
	 * How many bytes outlive a collection. All that does is in the old generation then;
	 * what is young has been made since.
	 */
	static long afterCollection(long pid) {
		jcmd(pid, "GC.run");
		String heap = jcmd(pid, "GC.heap_info");
		Matcher old = OLD_GENERATION.matcher(heap);
		if (!old.find()) {
			throw new IllegalStateException("No old generation in " + heap);
		}
		return Long.parseLong(old.group(1)) * 1024;
	}

	private static String jcmd(long pid, String command) {
		try {
			Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
					String.valueOf(pid), command)
				.redirectErrorStream(true)
				.start();
			return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
