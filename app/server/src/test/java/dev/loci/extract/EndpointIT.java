package dev.loci.extract;

import java.net.URI;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.loci.extract.Extraction.Usage;
import dev.loci.memory.StartRefused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(30)
class EndpointIT {

	private static final EndpointQuestion QUESTION = new EndpointQuestion("rules", "what is claimed?",
			"{\"type\":\"object\"}");

	private final ModelStub stub = ModelStub.start();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private ModelEndpoint endpoint = endpoint();

	@AfterEach
	void stop() {
		this.endpoint.close();
		this.stub.close();
	}

	private ModelEndpoint endpoint(String... keysAndValues) {
		this.meters.clear();
		return new ModelEndpoint(ModelSettingsFor.stub(this.stub, keysAndValues), this.meters);
	}

	private EndpointAnswer ask() {
		return this.endpoint.ask(QUESTION);
	}

	@Test
	void asksOnceInTheWireFormatAndCounts() {
		this.stub.says("{}");
		assertThat(ask()).isEqualTo(
				new EndpointAnswer.Said("{}", new Usage(1, ModelStub.PROMPT_TOKENS, ModelStub.COMPLETION_TOKENS)));
		assertThat(this.stub.requests()).hasSize(1);
		assertThat(this.stub.requests().getFirst().at("/model").asString()).isEqualTo("stub");
		assertThat(this.stub.requests().getFirst().at("/response_format/type").asString()).isEqualTo("json_schema");
		assertThat(this.stub.requests().getFirst().at("/response_format/json_schema/strict").booleanValue()).isTrue();
		assertThat(this.stub.requests().getFirst().at("/max_completion_tokens").intValue()).isEqualTo(8000);
		assertThat(this.stub.requests().getFirst().has("temperature")).isFalse();
		assertThat(this.stub.told("system")).isEqualTo("rules");
		assertThat(this.stub.told("user")).isEqualTo("what is claimed?");
		assertThat(this.stub.header("Authorization")).isEqualTo("Bearer sk-secret");
		assertThat(this.meters.get("loci.extract.calls").counter().count()).isEqualTo(1);
		assertThat(this.meters.get("loci.extract.tokens").tag("kind", "prompt").counter().count()).isEqualTo(900);
		assertThat(this.meters.get("loci.extract.tokens").tag("kind", "completion").counter().count()).isEqualTo(70);
	}

	@Test
	void sendsNoKeyWhereThereIsNone() {
		this.endpoint.close();
		this.endpoint = endpoint("api-key", "");
		this.stub.says("{}");
		ask();
		assertThat(this.stub.header("Authorization")).isEmpty();
	}

	@Test
	void takesABaseUrlWithASlashAtItsEnd() {
		this.endpoint.close();
		this.endpoint = new ModelEndpoint(ModelSettingsFor.at(URI.create(this.stub.baseUrl() + "/")), this.meters);
		this.stub.says("{}");
		assertThat(ask()).isInstanceOf(EndpointAnswer.Said.class);
	}

	@Test
	void sendsTheTemperatureThatIsSet() {
		this.endpoint.close();
		this.endpoint = endpoint("temperature", "0.1");
		this.stub.says("{}");
		ask();
		assertThat(this.stub.requests().getFirst().at("/temperature").doubleValue()).isEqualTo(0.1);
	}

	@Test
	void countsNothingWhereTheEndpointDoesNot() {
		this.stub.answers(ModelStub.uncounted("{}"));
		assertThat(ask().usage()).isEqualTo(new Usage(1, 0, 0));
	}

	@Test
	void asksForJsonInWordsWhereSchemasAreNotKnownAndRemembersIt() {
		this.stub.answers(ModelStub.error(400, "unknown_parameter")).says("{}").says("{}");
		assertThat(ask().usage().calls()).isEqualTo(2);
		assertThat(this.stub.requests().get(1).has("response_format")).isFalse();
		assertThat(this.stub.told("system")).startsWith("rules").endsWith(QUESTION.schema());
		assertThat(ask().usage().calls()).isEqualTo(1);
		assertThat(this.stub.requests().get(2).has("response_format")).isFalse();
	}

	@Test
	void triesSchemasAgainNowAndThen() {
		this.stub.answers(ModelStub.error(400, "unknown_parameter")).alwaysAnswers(ModelStub.completion("{}"));
		for (int i = 0; i < 101; i++) {
			ask();
		}
		assertThat(this.stub.requests().getLast().has("response_format")).isFalse();
		assertThat(ask().usage().calls()).isEqualTo(1);
		assertThat(this.stub.requests().getLast().has("response_format")).isTrue();
	}

	@Test
	void failsAndLearnsNothingWhereTheQuestionItselfIsRefused() {
		this.stub.answers(ModelStub.error(400, "context_length_exceeded"))
			.answers(ModelStub.error(400, "context_length_exceeded"))
			.alwaysAnswers(ModelStub.completion("{}"));
		assertThatExceptionOfType(ExtractionFailed.class).isThrownBy(this::ask)
			.withMessage("the model's endpoint refuses the request with 400 context_length_exceeded")
			.withNoCause();
		ask();
		assertThat(this.stub.requests().getLast().has("response_format")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403 })
	void saysThatTheKeyIsWrong(int status) {
		this.stub.answers(ModelStub.error(status, "invalid_api_key"))
			.answers(ModelStub.error(status, "invalid_api_key"));
		assertThatExceptionOfType(ModelMisconfigured.class).isThrownBy(this::ask)
			.withMessageContaining("loci.extract.api-key")
			.withNoCause();
		assertThat(this.stub.calls()).as("with an easy one").isEqualTo(2);
		assertThat(this.endpoint.isAvailable()).isFalse();
		this.stub.says("{}");
		ask();
		assertThat(this.endpoint.isAvailable()).isTrue();
	}

	@Test
	void saysThatThereIsNoSuchModel() {
		this.stub.alwaysAnswers(ModelStub.error(404, "model_not_found"));
		assertThatExceptionOfType(ModelMisconfigured.class).isThrownBy(this::ask)
			.withMessageContaining("loci.extract.model");
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 502, 503 })
	void asksAgainWhereTheEndpointIsAwayForAMoment(int status) {
		this.stub.answers(ModelStub.error(status, "busy")).answers(ModelStub.error(status, "busy")).says("{}");
		assertThat(ask().usage().calls()).isEqualTo(3);
		assertThat(this.endpoint.isAvailable()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "MALFORMED_RESPONSE_CHUNK", "EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER",
			"RANDOM_DATA_THEN_CLOSE" })
	void asksAgainWhereTheAnswerBreaksOff(Fault fault) {
		this.stub.answers(aResponse().withFault(fault)).says("{}");
		assertThat(ask()).isInstanceOf(EndpointAnswer.Said.class);
	}

	@Test
	void saysThatNobodyIsThere() {
		this.stub.close();
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask)
			.withMessage("the model's endpoint cannot be reached")
			.withNoCause();
	}

	@Test
	void findsNothingToReadInAWebPage() {
		this.stub.answers(html());
		assertThat(ask()).isEqualTo(new EndpointAnswer.Flawed("was no JSON", new Usage(1, 0, 0)));
	}

	private static ResponseDefinitionBuilder html() {
		return aResponse().withHeader("Content-Type", "text/html").withBody("<html><body>Sign in</body></html>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"choices\":[]}", "{}", "[]", "{\"choices\":[null]}" })
	void findsNothingToReadWhereThereIsNoChoice(String body) {
		this.stub.answers(aResponse().withBody(body));
		assertThat(ask())
			.isEqualTo(new EndpointAnswer.Flawed("was no chat completion with choices", new Usage(1, 0, 0)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"choices\":[{\"index\":0}]}",
			"{\"choices\":[{\"index\":0,\"finish_reason\":null,\"message\":{\"content\":\"secret\"}}]}",
			"{\"id\":\"1\",\"model\":\"m\",\"created\":1,\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":[\"secret\"]}}]}",
			"{\"id\":\"1\",\"model\":\"m\",\"created\":1,\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\"{}\"}}],\"usage\":{\"prompt_tokens\":99999999999999,\"completion_tokens\":1,\"total_tokens\":1}}",
			"{\"id\":\"1\",\"model\":\"m\",\"created\":1,\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\"{}\"}}],\"usage\":{\"prompt_tokens\":\"many\"}}",
			"{\"id\":\"1\",\"model\":\"m\",\"created\":1,\"choices\":[{\"index\":0,\"finish_reason\":\"tool_calls\",\"message\":{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}}]}" })
	void findsNothingToReadInOddCompletions(String body) {
		this.stub.answers(aResponse().withBody(body));
		assertThat(ask()).isInstanceOf(EndpointAnswer.Flawed.class);
	}

	@Test
	void takesNoRefusalForAnAnswer() {
		this.stub.answers(ModelStub.refusal()).answers(ModelStub.cutOff("{\"facts\":[]}")).says("  ");
		assertThat(ask()).isInstanceOfSatisfying(EndpointAnswer.Flawed.class,
				(flawed) -> assertThat(flawed.flaw()).isEqualTo("was a refusal"));
		assertThat(ask()).isInstanceOfSatisfying(EndpointAnswer.Flawed.class,
				(flawed) -> assertThat(flawed.flaw()).startsWith("was cut off for its length"));
		assertThat(ask()).isInstanceOfSatisfying(EndpointAnswer.Flawed.class,
				(flawed) -> assertThat(flawed.flaw()).isEqualTo("was empty"));
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void writesNothingOfWhatWasSaidIntoTheLog(CapturedOutput output) {
		this.stub.says("secret answer")
			.answers(ModelStub.error(500, "secret code"))
			.answers(ModelStub.error(400, "secret_code"))
			.answers(ModelStub.error(401, "secret_code"))
			.answers(ModelStub.refusal())
			.answers(aResponse().withBody("{\"choices\":[]}"))
			.answers(aResponse().withBody("secret page"))
			.answers(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK))
			.alwaysAnswers(ModelStub.error(400, "secret_code"));
		EndpointQuestion question = new EndpointQuestion("secret rules", "secret words", "{\"type\":\"object\"}");
		for (int i = 0; i < 10; i++) {
			try {
				this.endpoint.ask(question);
			}
			catch (ModelUnavailable | ModelMisconfigured | ExtractionFailed ex) {
				assertThat(ex).hasMessageNotContainingAny("secret words", "secret rules", "sk-secret", "secret page")
					.hasNoCause();
			}
		}
		assertThat(output.getAll()).doesNotContain("secret words", "secret rules", "sk-secret", "secret page",
				"secret answer");
	}

	@Test
	void refusesToStartWithoutAnAddressOrAModel() {
		assertThatExceptionOfType(StartRefused.class)
			.isThrownBy(() -> new ModelEndpoint(ModelSettingsFor.bound(Map.of()), this.meters))
			.satisfies((refused) -> assertThat(refused.remedy()).contains("loci.extract.base-url"));
		assertThatExceptionOfType(StartRefused.class)
			.isThrownBy(() -> new ModelEndpoint(ModelSettingsFor.at(URI.create("http://localhost/v1"), "model", ""),
					this.meters))
			.satisfies((refused) -> assertThat(refused.remedy()).contains("loci.extract.model"));
	}

}
