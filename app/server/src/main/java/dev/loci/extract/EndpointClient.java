package dev.loci.extract;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.LogLevel;
import com.openai.core.Timeout;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import dev.loci.extract.Extraction.Usage;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatModel.ResponseFormat;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.http.okhttp.SpringAiOpenAiHttpClient;

/**
 * One call to an endpoint, without any second try.
 * <p>
 * Everything is set here and nothing is taken from the environment: the libraries would
 * send a key that they find there to whatever address is configured here.
 */
final class EndpointClient implements AutoCloseable {

	/** The time limit around a call comes first: it knows what to say. */
	private static final Duration GRACE = Duration.ofSeconds(1);

	private final OpenAIClient client;

	private final OpenAiChatModel model;

	private final ModelSettings settings;

	private final Clock clock;

	EndpointClient(ModelSettings settings, Clock clock) {
		this.settings = settings.checked();
		this.clock = clock;
		this.client = new OpenAIClientImpl(options(settings));
		this.model = OpenAiChatModel.builder()
			.openAiClient(this.client)
			.openAiClientAsync(this.client.async())
			.options(OpenAiChatOptions.builder().model(Objects.requireNonNull(settings.model())).build())
			.build();
	}

	private static ClientOptions options(ModelSettings settings) {
		Duration last = settings.timeout().plus(GRACE);
		Timeout timeout = Timeout.builder()
			.connect(settings.connectTimeout())
			.read(last)
			.write(last)
			.request(last)
			.build();
		String key = (settings.apiKey() != null) ? settings.apiKey() : "";
		SpringAiOpenAiHttpClient http = SpringAiOpenAiHttpClient.builder().timeout(timeout).build();
		return ClientOptions.builder()
			.httpClient(new EndpointHttp(http, settings.maxAnswerBytes(), key.isBlank()))
			.baseUrl(Objects.requireNonNull(settings.baseUrl()).toString())
			.apiKey(key.isBlank() ? "none" : key)
			.timeout(timeout)
			.maxRetries(0)
			.logLevel(LogLevel.OFF)
			.putHeader("User-Agent", "loci")
			.build();
	}

	/**
	 * Asks once.
	 * @param plain whether the endpoint cannot be held to a schema
	 * @throws EndpointAway if there was no answer, but may be one later
	 * @throws EndpointRefusal if there will be none to this question
	 * @throws ModelMisconfigured if there will be none to any
	 */
	EndpointAnswer ask(EndpointQuestion question, boolean plain) {
		try {
			return answer(this.model.call(prompt(question, plain)));
		}
		catch (OpenAIServiceException ex) {
			throw EndpointErrors.meaning(ex, this.clock);
		}
		catch (OpenAIIoException ex) {
			throw new EndpointAway("the model's endpoint cannot be reached", null);
		}
		catch (OpenAIException ex) {
			return new EndpointAnswer.Flawed("was no chat completion", Usage.NONE);
		}
		catch (ArithmeticException ex) {
			return new EndpointAnswer.Flawed("counts more tokens than there can be", Usage.NONE);
		}
		catch (EndpointNonsense ex) {
			return new EndpointAnswer.Flawed(Objects.requireNonNull(ex.getMessage()), Usage.NONE);
		}
	}

	private Prompt prompt(EndpointQuestion question, boolean plain) {
		OpenAiChatOptions.Builder options = OpenAiChatOptions.builder();
		options.model(Objects.requireNonNull(this.settings.model()))
			.maxCompletionTokens(this.settings.maxCompletionTokens());
		if (this.settings.temperature() != null) {
			options.temperature(this.settings.temperature());
		}
		if (!plain) {
			options.responseFormat(ResponseFormat.builder()
				.type(ResponseFormat.Type.JSON_SCHEMA)
				.jsonSchema(question.schema())
				.build());
		}
		return new Prompt(List.of(new SystemMessage(plain ? question.systemWithSchema() : question.system()),
				new UserMessage(question.user())), options.build());
	}

	private static EndpointAnswer answer(ChatResponse response) {
		Generation first = response.getResults().getFirst();
		Usage usage = usage(response.getMetadata().getUsage());
		String finish = Objects.toString(first.getMetadata().getFinishReason(), "").toLowerCase(Locale.ROOT);
		String refusal = Objects.toString(first.getOutput().getMetadata().get("refusal"), "");
		String text = Objects.toString(first.getOutput().getText(), "");
		if (!refusal.isBlank() || finish.equals("content_filter")) {
			return new EndpointAnswer.Flawed("was a refusal", usage);
		}
		if (finish.equals("length")) {
			return new EndpointAnswer.Flawed("was cut off for its length: leave out what matters least", usage);
		}
		return text.isBlank() ? new EndpointAnswer.Flawed("was empty", usage) : new EndpointAnswer.Said(text, usage);
	}

	private static Usage usage(org.springframework.ai.chat.metadata.@Nullable Usage told) {
		return (told == null) ? Usage.NONE
				: new Usage(0, tokens(told.getPromptTokens()), tokens(told.getCompletionTokens()));
	}

	private static long tokens(@Nullable Integer told) {
		return (told != null) ? Math.max(0, told) : 0;
	}

	@Override
	public void close() {
		this.client.close();
	}

}
