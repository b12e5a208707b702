package dev.loci.extract;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ModelSettingsTests {

	@Test
	void neverTellsTheKey() {
		ModelSettings settings = ModelSettingsFor.at(URI.create("https://api.openai.com/v1"));
		assertThat(settings.apiKey()).isEqualTo("sk-secret");
		assertThat(settings.toString()).doesNotContain("secret").contains("https://api.openai.com/v1", "stub");
	}

	@Test
	void hasDefaultsForAllButTheEndpoint() {
		ModelSettings settings = ModelSettingsFor.bound(Map.of());
		assertThat(settings.isConfigured()).isFalse();
		assertThat(settings.breaker().pause()).isEqualTo(Duration.ofSeconds(30));
		assertThat(settings.batchMessages()).isEqualTo(10);
	}

}
