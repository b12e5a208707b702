package dev.loci.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.loci.access.Caller;
import dev.loci.memory.DecisionId;
import dev.loci.memory.EntityId;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.FactId;
import dev.loci.memory.JobId;
import dev.loci.memory.Metadata;
import dev.loci.memory.MemoryId;
import dev.loci.memory.Moment;
import dev.loci.memory.RecallId;
import dev.loci.memory.StatementId;
import dev.loci.memory.SuggestionId;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The OpenAPI document: what the controllers say of themselves, with an example of every
 * request and answer from {@code openapi/<operationId>.json}, and the problems that every
 * operation may answer.
 */
@Configuration(proxyBeanMethods = false)
class OpenApi {

	private static final Map<String, String> PROBLEMS = Map.of("400", "Malformed: the errors name each field", "403",
			"Called under a foreign Host, or from a page of another origin", "404", "Unknown here", "409",
			"Decided before, not as it was thought to be, or the Idempotency-Key was used for another request", "412",
			"Changed since it was read: the ETag is another one", "413", "Larger than the limit", "415", "Not JSON",
			"429", "Too much is waiting to be worked on; try again after a while", "422",
			"Well-formed, but it cannot be true", "503",
			"The database is away, or was not done in time; try again after a while");

	static {
		SpringDocUtils.getConfig()
			.addRequestWrapperToIgnore(Caller.class)
			.replaceWithSchema(EpisodeId.class, new StringSchema().format("uuid"))
			.replaceWithSchema(FactId.class, new StringSchema().format("uuid"))
			.replaceWithSchema(EntityId.class, new StringSchema().format("uuid"))
			.replaceWithSchema(StatementId.class, new StringSchema().format("uuid"))
			.replaceWithSchema(DecisionId.class, new StringSchema().format("uuid"))
			.replaceWithSchema(SuggestionId.class, new StringSchema().format("uuid"))
			.replaceWithSchema(RecallId.class, new StringSchema().format("uuid"))
			.replaceWithSchema(MemoryId.class, new StringSchema().format("uuid"))
			.replaceWithSchema(Moment.class,
					new StringSchema().description("A moment, or a day, a month or a year").example("2024-03"))
			.replaceWithSchema(JobId.class, new StringSchema().format("uuid"))
			.replaceWithSchema(Metadata.class, new ObjectSchema().additionalProperties(true))
			.replaceWithSchema(JsonNode.class, new Schema<>().description("Any JSON value"));
	}

	@Bean
	OpenAPI document() {
		return new OpenAPI()
			.info(new Info().title("Loci")
				.version("v1")
				.description("A long-term memory for AI agents: what they saw and heard, found again.")
				.license(new License().name("Apache-2.0")))
			.servers(List.of(new Server().url("/")))
			.components(new Components().addSchemas("Problem", problem()));
	}

	@Bean
	OpenApiCustomizer examples(JsonMapper json) {
		return (document) -> document.getPaths()
			.values()
			.stream()
			.flatMap((path) -> path.readOperations().stream())
			.forEach((operation) -> complete(operation, json));
	}

	private static void complete(Operation operation, JsonMapper json) {
		JsonNode examples = examples(operation.getOperationId(), json);
		if (operation.getRequestBody() != null) {
			example(operation.getRequestBody().getContent(), examples.get("request"));
		}
		examples.path("responses").properties().forEach((response) -> {
			ApiResponse documented = Objects.requireNonNull(operation.getResponses().get(response.getKey()),
					() -> operation.getOperationId() + " documents no answer " + response.getKey());
			example(documented.getContent(), response.getValue());
		});
		PROBLEMS.forEach((status, description) -> {
			if (examples.path("problems").valueStream().anyMatch((known) -> known.asString().equals(status))) {
				operation.getResponses()
					.addApiResponse(status,
							new ApiResponse().description(description)
								.content(new Content().addMediaType("application/problem+json",
										new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")))));
			}
		});
	}

	private static void example(Content content, JsonNode example) {
		// The document is written by another Jackson than ours, so it gets plain maps and
		// lists.
		content.values().forEach((media) -> media.setExample(JsonMapper.shared().convertValue(example, Object.class)));
	}

	private static JsonNode examples(String operation, JsonMapper json) {
		String path = "/openapi/" + operation + ".json";
		try (InputStream file = OpenApi.class.getResourceAsStream(path)) {
			return json.readTree(Objects.requireNonNull(file, () -> path + " is missing"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(path + " cannot be read", ex);
		}
	}

	private static Schema<?> problem() {
		return new ObjectSchema().description("RFC 9457")
			.addProperty("type", new StringSchema().description("/problems/<slug>, stable"))
			.addProperty("title", new StringSchema())
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", new StringSchema().description("What is wrong and what to do"))
			.addProperty("instance", new StringSchema())
			.addProperty("errors", new ArraySchema().items(new ObjectSchema().addProperty("field", new StringSchema())
				.addProperty("message", new StringSchema())));
	}

}
