package dev.loci.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

/**
 * An endpoint of a model that says what a test tells it to, in the wire format of
 * {@code /v1/chat/completions}, and keeps what it was sent. Its answers are written for
 * the tests: they say nothing of how good a real model is.
 */
public final class ModelStub implements AutoCloseable {

	public static final int PROMPT_TOKENS = 900;

	public static final int COMPLETION_TOKENS = 70;

	private static final String PATH = "/v1/chat/completions";

	private static final JsonMapper JSON = new JsonMapper();

	private static final Encoding TOKENS = Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

	private final WireMockServer server = new WireMockServer(
			WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

	private int scripted;

	private ModelStub() {
		this.server.start();
	}

	/** On a free port of this machine. */
	public static ModelStub start() {
		return new ModelStub();
	}

	/** As {@code loci.extract.base-url} takes it. */
	public String baseUrl() {
		return "http://127.0.0.1:" + this.server.port() + "/v1";
	}

	/** What the model says when it is asked next. */
	public ModelStub says(String content) {
		return answers(completion(content));
	}

	/**
	 * What the endpoint answers when it is asked next: more than the model may matter.
	 */
	public ModelStub answers(ResponseDefinitionBuilder response) {
		String state = (this.scripted == 0) ? Scenario.STARTED : "after " + this.scripted;
		this.scripted++;
		this.server.stubFor(post(PATH).inScenario("script")
			.whenScenarioStateIs(state)
			.willSetStateTo("after " + this.scripted)
			.willReturn(response));
		return this;
	}

	/** What the model says whenever it is asked about these words. */
	public ModelStub saysAbout(String words, String content) {
		return answersAbout(words, completion(content));
	}

	/** What the endpoint answers whenever it is asked about these words. */
	public ModelStub answersAbout(String words, ResponseDefinitionBuilder response) {
		return always(post(PATH).withRequestBody(containing(words)), response);
	}

	/** What the endpoint answers whenever nothing else was scripted. */
	public ModelStub alwaysAnswers(ResponseDefinitionBuilder response) {
		return always(post(PATH).atPriority(10), response);
	}

	private ModelStub always(MappingBuilder request, ResponseDefinitionBuilder response) {
		this.server.stubFor(request.willReturn(response));
		return this;
	}

	/** An answer as endpoints give it. */
	public static ResponseDefinitionBuilder completion(String content) {
		return json(200, completion(message(content, null), "stop", true));
	}

	/** An answer that ran into the bound of its length. */
	public static ResponseDefinitionBuilder cutOff(String content) {
		return json(200, completion(message(content, null), "length", true));
	}

	/** An answer of a model that will not say it. */
	public static ResponseDefinitionBuilder refusal() {
		return json(200, completion(message(null, "I can't help with that."), "stop", true));
	}

	/** An answer of an endpoint that does not count. */
	public static ResponseDefinitionBuilder uncounted(String content) {
		return json(200, completion(message(content, null), "stop", false));
	}

	/** An error as endpoints write it, with what they were sent in it. */
	public static ResponseDefinitionBuilder error(int status, String code) {
		return error(status, code, "Problem with");
	}

	/** An error that begins with these words. */
	public static ResponseDefinitionBuilder error(int status, String code, String words) {
		return json(status, Map.of("error",
				Map.of("message", words + ": the secret words of a user", "type", "error", "code", code)));
	}

	private static ResponseDefinitionBuilder json(int status, Map<String, ?> body) {
		return aResponse().withStatus(status)
			.withHeader("Content-Type", "application/json")
			.withBody(JSON.writeValueAsString(body));
	}

	private static JsonNode message(@Nullable String content, @Nullable String refusal) {
		return JSON.createObjectNode().put("role", "assistant").put("content", content).put("refusal", refusal);
	}

	private static Map<String, ?> completion(JsonNode message, String finish, boolean counted) {
		Map<String, ?> usage = Map.of("prompt_tokens", PROMPT_TOKENS, "completion_tokens", COMPLETION_TOKENS,
				"total_tokens", PROMPT_TOKENS + COMPLETION_TOKENS);
		Map<String, Object> completion = new HashMap<>(
				Map.of("id", "chatcmpl-1", "object", "chat.completion", "created", 1_750_000_000, "model", "stub",
						"choices", List.of(Map.of("index", 0, "message", message, "finish_reason", finish))));
		if (counted) {
			completion.put("usage", usage);
		}
		return completion;
	}

	/** Forgets what it was told and asked. */
	public void reset() {
		this.server.resetAll();
		this.scripted = 0;
	}

	/** How often it was asked. */
	public int calls() {
		return requests().size();
	}

	/** All that it was asked, in order. */
	public List<JsonNode> requests() {
		return events().stream().map((event) -> JSON.readTree(event.getRequest().getBodyAsString())).toList();
	}

	/** What it was told last as the system, and as the user. */
	public String told(String role) {
		for (JsonNode message : requests().getLast().path("messages")) {
			if (message.path("role").asString().equals(role)) {
				return message.path("content").asString();
			}
		}
		throw new AssertionError("nothing was told as " + role);
	}

	/** A header of the last request; empty if it had none of that name. */
	public String header(String name) {
		String value = events().getLast().getRequest().getHeader(name);
		return (value != null) ? value : "";
	}

	/** How many tokens all prompts had, schemas included. */
	public long promptTokens() {
		return requests().stream().mapToLong(ModelStub::tokens).sum();
	}

	private static long tokens(JsonNode request) {
		long tokens = TOKENS.countTokens(request.path("response_format").toString());
		for (JsonNode message : request.path("messages")) {
			tokens += TOKENS.countTokens(message.path("content").asString()) + 4;
		}
		return tokens;
	}

	private List<ServeEvent> events() {
		return this.server.getAllServeEvents().reversed();
	}

	/** From now on nobody answers at its address. */
	@Override
	public void close() {
		this.server.stop();
	}

}
