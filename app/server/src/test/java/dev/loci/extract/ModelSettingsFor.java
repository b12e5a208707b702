package dev.loci.extract;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * Settings as an operator writes them, with waits that suit a test.
 */
final class ModelSettingsFor {

	private ModelSettingsFor() {
	}

	/** For a stub. */
	static ModelSettings stub(ModelStub stub, String... keysAndValues) {
		return at(URI.create(stub.baseUrl()), keysAndValues);
	}

	static ModelSettings at(URI baseUrl, String... keysAndValues) {
		Map<String, String> properties = new HashMap<>(Map.of("loci.extract.base-url", baseUrl.toString(),
				"loci.extract.api-key", "sk-secret", "loci.extract.model", "stub", "loci.extract.timeout", "20s",
				"loci.extract.backoff", "10ms", "loci.extract.max-wait", "100ms", "loci.extract.requests-per-minute",
				"100000", "loci.extract.trial-holds", "0s"));
		for (int i = 0; i < keysAndValues.length; i += 2) {
			properties.put("loci.extract." + keysAndValues[i], keysAndValues[i + 1]);
		}
		return bound(properties);
	}

	static ModelSettings bound(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("loci.extract",
				ModelSettings.class);
	}

}
