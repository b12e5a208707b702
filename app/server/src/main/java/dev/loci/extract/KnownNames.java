package dev.loci.extract;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.loci.memory.Entity;
import dev.loci.memory.Named;
import org.jspecify.annotations.Nullable;

/**
 * Names that are known without a capital letter: those of the space's entities, and the
 * countries, cities and languages that every JDK has names for, and some more places.
 */
final class KnownNames {

	/** Words that are more often something else. */
	private static final Set<String> ALSO_WORDS = Set.of("turkey", "chad", "jersey", "guam", "easter", "eastern",
			"central", "pacific", "mountain", "universal", "general", "center", "north", "south", "west", "east",
			"navajo", "midway", "wake", "troll", "home", "all", "so", "no", "to", "is", "it", "as", "am", "be", "or",
			"he", "my", "in", "chin", "even", "fang", "fan", "ga", "kara", "man", "mari", "polish", "tigre", "vai",
			"war", "yes", "key", "mende", "dan", "akan", "us", "jordan");

	private static final Map<String, Named> WORLD = world();

	private final Map<String, Named> names = new HashMap<>();

	/** As they are written, since any word may be a name. */
	private final Map<String, Named> said = new HashMap<>();

	KnownNames(List<Entity> entities) {
		for (Entity entity : entities) {
			add(entity.name(), entity);
			entity.aliases().forEach((alias) -> add(alias, entity));
		}
	}

	private void add(String name, Entity entity) {
		String low = name.toLowerCase(Locale.ROOT);
		if (!ClosedWords.contain(low)) {
			this.names.put(low, Named.of(name, entity.type()));
		}
	}

	/** What has been said of somebody tells of what sort he is. */
	void said(Named named) {
		if (named.name() != null && named.type() != null) {
			this.said.putIfAbsent(named.name(), named);
		}
	}

	/** Whoever is called so, with the type if that is known. */
	@Nullable Named find(String name) {
		String low = name.toLowerCase(Locale.ROOT);
		Named own = this.names.get(low);
		return (own != null) ? own : this.said.getOrDefault(name, WORLD.get(low));
	}

	private static Map<String, Named> world() {
		Map<String, Named> world = new HashMap<>();
		for (String language : Locale.getISOLanguages()) {
			put(world, Locale.of(language).getDisplayLanguage(Locale.ENGLISH), "Language");
		}
		for (String zone : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
			int city = zone.lastIndexOf('/') + 1;
			if (city > 0 && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/") && !zone.startsWith("US/")) {
				put(world, zone.substring(city).replace('_', ' '), "Place");
			}
		}
		Arrays.stream(Locale.getISOCountries())
			.forEach((country) -> put(world, Locale.of("", country).getDisplayCountry(Locale.ENGLISH), "Place"));
		NameSorts.places().forEach((place) -> put(world, place, "Place"));
		return Map.copyOf(world);
	}

	private static void put(Map<String, Named> world, String name, String type) {
		String low = name.toLowerCase(Locale.ROOT);
		boolean word = low.length() <= 3 && !name.equals(name.toUpperCase(Locale.ROOT));
		if (!word && !ALSO_WORDS.contains(low)) {
			world.put(low, Named.of(name, type));
		}
	}

}
