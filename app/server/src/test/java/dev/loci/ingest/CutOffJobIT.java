package dev.loci.ingest;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import dev.loci.memory.JobId;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@LociIT
class CutOffJobIT {

	private final Api api;

	private final Driver driver;

	private final Jobs jobs;

	CutOffJobIT(@LocalServerPort int port, @Autowired Driver driver, @Autowired Jobs jobs) {
		this.api = new Api(port);
		this.driver = driver;
		this.jobs = jobs;
	}

	@Test
	void countsBeingCutOffForNoFailure() {
		String id = this.api.post("/spaces/demo/episodes?wait=PT20S", "{\"text\": \"Another straw.\"}")
			.at("/id")
			.asString();
		leaveBehind("SET j.held = true, j.attempts = 5, j.cutOffs = 48");

		assertThat(this.jobs.awaitEnd("default", JobId.of(id), Duration.ofSeconds(20))).isPresent();
		Answer job = this.api.get("/jobs/" + id);
		assertThat(job.at("/status").asString()).isEqualTo("DONE");
		assertThat(job.at("/attempts").asInt()).isEqualTo(5);
	}

	@Test
	void countsTheEndOfATurnForNoCutOff() {
		String id = this.api.post("/spaces/demo/episodes?wait=PT20S", "{\"text\": \"A long straw.\"}")
			.at("/id")
			.asString();
		leaveBehind("SET j.attempts = 0, j.cutOffs = 49 REMOVE j.held");

		assertThat(this.jobs.awaitEnd("default", JobId.of(id), Duration.ofSeconds(20))).isPresent();
		assertThat(this.api.get("/jobs/" + id).at("/status").asString()).isEqualTo("DONE");
	}

	@Test
	void givesUpAJobThatIsCutOffAgainAndAgainUntilItIsTriedOnRequest() {
		String id = this.api.post("/spaces/demo/episodes?wait=PT20S", "{\"text\": \"The last straw.\"}")
			.at("/id")
			.asString();
		leaveBehind("SET j.held = true, j.attempts = 1, j.cutOffs = 49");

		assertThat(this.jobs.awaitEnd("default", JobId.of(id), Duration.ofSeconds(20))).isPresent();
		Answer job = this.api.get("/jobs/" + id);
		assertThat(job.at("/status").asString()).isEqualTo("FAILED");
		assertThat(job.at("/error/type").asString()).isEqualTo("/problems/job-failed");
		assertThat(job.at("/error/title").asString()).isNotBlank();
		assertThat(job.at("/error/detail").asString()).contains("cut off 50 times");

		this.api.post("/jobs/" + id + "/retry", "");

		assertThat(this.jobs.awaitEnd("default", JobId.of(id), Duration.ofSeconds(20))).isPresent();
		assertThat(this.api.get("/jobs/" + id).at("/status").asString()).isEqualTo("DONE");
	}

	/** As a worker leaves a job that is killed. */
	private void leaveBehind(String state) {
		this.driver.executableQuery("""
				MATCH (s:Space)
				SET s.locked = true, s.dueAt = datetime.realtime('Z')
				WITH s
				MATCH (j:Job {space: s.key})
				SET j.status = 'RUNNING'
				""" + state).execute();
	}

	@Test
	void forgivesAJobThatGetsOn() {
		this.api.send("PATCH", "/spaces/demo", "{\"extract\": \"local\"}");
		String messages = IntStream.range(0, 60)
			.mapToObj((i) -> "{\"role\": \"user\", \"content\": \"Message " + i + "\"}")
			.collect(Collectors.joining(", "));
		String id = this.api.post("/spaces/demo/episodes?wait=PT50S", "{\"messages\": [" + messages + "]}")
			.at("/id")
			.asString();
		leaveBehind("""
				SET j.held = true, j.attempts = 4, j.cutOffs = 49 - 1
				WITH j
				MATCH (j)-[:INGESTS]->(:Episode)<-[:OF]-(p:Passage)
				REMOVE p.readAt""");

		assertThat(this.jobs.awaitEnd("default", JobId.of(id), Duration.ofSeconds(40))).isPresent();

		Answer job = this.api.get("/jobs/" + id);
		assertThat(job.at("/status").asString()).isEqualTo("DONE");
		assertThat(job.at("/attempts").asInt()).isOne();
	}

}
