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
	void givesUpAJobOfWhichEveryAttemptWasCutOff() {
		String id = this.api.post("/spaces/demo/episodes?wait=PT20S", "{\"text\": \"The last straw.\"}")
			.at("/id")
			.asString();
		this.driver.executableQuery("""
				MATCH (s:Space)
				SET s.locked = true, s.dueAt = datetime.realtime('Z')
				WITH s
				MATCH (j:Job {space: s.key})
				SET j.status = 'RUNNING', j.attempts = 5""").execute();

		assertThat(this.jobs.awaitEnd("default", JobId.of(id), Duration.ofSeconds(20))).isPresent();
		Answer job = this.api.get("/jobs/" + id);
		assertThat(job.at("/status").asString()).isEqualTo("FAILED");
		assertThat(job.at("/error/type").asString()).isEqualTo("/problems/job-failed");
		assertThat(job.at("/error/title").asString()).isNotBlank();
		assertThat(job.at("/error/detail").asString()).contains("cut off");
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
		this.driver.executableQuery("""
				MATCH (s:Space)
				SET s.locked = true, s.dueAt = datetime.realtime('Z')
				WITH s
				MATCH (j:Job {space: s.key})-[:INGESTS]->(:Episode)<-[:OF]-(p:Passage)
				SET j.status = 'RUNNING', j.attempts = 4
				REMOVE p.readAt""").execute();

		assertThat(this.jobs.awaitEnd("default", JobId.of(id), Duration.ofSeconds(40))).isPresent();

		Answer job = this.api.get("/jobs/" + id);
		assertThat(job.at("/status").asString()).isEqualTo("DONE");
		assertThat(job.at("/attempts").asInt()).isOne();
	}

}
