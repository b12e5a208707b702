package dev.loci.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What names mostly are, wherever they are said. It tells what somebody cannot have
 * meant, and is no reason to call a thing so.
 */
final class NameSorts {

	private static final String FILE = "/extract/names.txt";

	private static final Pattern NAMES = Pattern.compile(", *");

	/** A sort of thing that has a name. */
	enum Sort {

		PLACE, PERSON, OFFICE, FIRM, SERVICE

	}

	private static final Map<String, Set<Sort>> SORTS = read();

	private NameSorts() {
	}

	/** Nothing, if that cannot be told; several, if it may be either. */
	static Set<Sort> of(String name) {
		Set<Sort> whole = SORTS.get(name);
		if (whole != null) {
			return whole;
		}
		int first = name.indexOf(' ');
		boolean person = first > 0 && SORTS.getOrDefault(name.substring(0, first), Set.of()).contains(Sort.PERSON);
		return person ? Set.of(Sort.PERSON) : Set.of();
	}

	/** Names that are nothing but places. */
	static Set<String> places() {
		return SORTS.entrySet()
			.stream()
			.filter((each) -> each.getValue().equals(Set.of(Sort.PLACE)))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	private static Map<String, Set<Sort>> read() {
		Map<String, Set<Sort>> sorts = new LinkedHashMap<>();
		Sort sort = Sort.PLACE;
		for (String line : lines()) {
			if (line.endsWith(":")) {
				sort = Sort.valueOf(line.substring(0, line.length() - 1).toUpperCase(Locale.ROOT));
			}
			else if (!line.startsWith("#") && !line.isBlank()) {
				for (String name : NAMES.splitAsStream(line).toList()) {
					sorts.computeIfAbsent(name, (any) -> EnumSet.noneOf(Sort.class)).add(sort);
				}
			}
		}
		return sorts;
	}

	private static List<String> lines() {
		try (InputStream file = NameSorts.class.getResourceAsStream(FILE)) {
			if (file == null) {
				throw new IOException(FILE + " is missing in the class path");
			}
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
