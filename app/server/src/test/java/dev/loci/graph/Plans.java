package dev.loci.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.neo4j.driver.Driver;
import org.neo4j.driver.NotificationSeverity;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.summary.Plan;

/**
 * How a database would run the queries, as much as it holds now.
 */
public final class Plans {

	private static final Path CYPHER = Path.of("../../cypher");

	/** With what the database thinks of a query, which the service does not ask for. */
	public static final SessionConfig CRITICAL = SessionConfig.builder()
		.withMinimumNotificationSeverity(NotificationSeverity.INFORMATION)
		.build();

	private Plans() {
	}

	/** The queries of the service that read all of something and do not say so. */
	public static List<String> scanning(Driver driver) throws IOException {
		List<String> scanning = new ArrayList<>();
		// What holds little costs nothing to scan, as long as the database has not
		// counted
		// it again.
		driver.executableQuery("CALL db.prepareForReplanning(120)").execute();
		try (Stream<Path> files = Files.walk(CYPHER); Session session = driver.session()) {
			for (Path file : files.filter((each) -> each.toString().endsWith(".cypher")).sorted().toList()) {
				Path name = CYPHER.relativize(file);
				String query = Files.readString(file);
				if (!name.startsWith("schema") && !query.contains("Scans")
						&& !scans(session.run("EXPLAIN " + query).consume().plan()).isEmpty()) {
					scanning.add(name.toString());
				}
			}
		}
		return scanning;
	}

	/** The operators of a plan that read all of something. */
	static List<String> scans(Plan plan) {
		return operators(plan)
			.filter((operator) -> operator.matches(".*(AllNodesScan|ByLabelScan|RelationshipTypeScan|IndexScan).*"))
			.toList();
	}

	/** The operators of a plan that put the latest first, since no index has done so. */
	static List<String> sorts(Plan plan) {
		return operators(plan).filter((operator) -> operator.matches("(?s).*(Top|Sort).* DESC.*")).toList();
	}

	/**
	 * The operators of a plan that read all that an index has of something to take the
	 * first few of it.
	 */
	static List<String> sortedSeeks(Plan plan) {
		Stream<String> own = (name(plan).equals("Top") && readsAllOfAnIndex(plan)) ? Stream.of(described(plan))
				: Stream.of();
		return Stream.concat(own, plan.children().stream().flatMap((child) -> sortedSeeks(child).stream())).toList();
	}

	private static boolean readsAllOfAnIndex(Plan sort) {
		Plan below = sort;
		do {
			below = below.children().getFirst();
		}
		while (name(below).matches("Projection|Filter|CacheProperties|Distinct|Apply|\\w*SemiApply"));
		return name(below).contains("IndexSeek");
	}

	private static String name(Plan plan) {
		return plan.operatorType().replaceAll("@.*", "");
	}

	/** With what they do, in the words of the database. */
	private static Stream<String> operators(Plan plan) {
		return Stream.concat(Stream.of(described(plan)), plan.children().stream().flatMap(Plans::operators));
	}

	private static String described(Plan plan) {
		return plan.operatorType() + " " + plan.arguments().get("Details");
	}

}
