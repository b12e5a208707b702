package dev.loci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a start leaves and what the next one finds.
 */
class RestartIT {

	@Test
	void startsAgainOnWhatItKept() throws IOException {
		Path data = LociProcess.newFolder();
		String id;
		try (LociProcess loci = LociProcess.start(data)) {
			id = loci.api()
				.post("/spaces/demo/episodes", """
						{"messages": [{"role": "user", "content": "My cat is called Mimi."}]}""")
				.at("/episodeIds/0")
				.asString();
			loci.terminate();
			assertThat(loci.awaitExit()).isIn(0, 143);
		}
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("neo4j-password"))))
			.isEqualTo("rw-------");
		try (LociProcess loci = LociProcess.start(data)) {
			assertThat(loci.api().get("/episodes/" + id).at("/content").asString()).isEqualTo("My cat is called Mimi.");
		}
	}

}
