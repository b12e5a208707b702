package dev.loci.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

import dev.loci.memory.DecisionId;
import dev.loci.memory.EntityId;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.FactId;
import dev.loci.memory.InvalidInput;
import dev.loci.memory.JobId;
import dev.loci.memory.MemoryId;
import dev.loci.memory.Metadata;
import dev.loci.memory.Moment;
import dev.loci.memory.Moments;
import dev.loci.memory.Precision;
import dev.loci.memory.RecallId;
import dev.loci.memory.StatementId;
import dev.loci.memory.SuggestionId;
import dev.loci.recall.Recalled;
import dev.loci.recall.Recollection;
import dev.loci.recall.Recording;
import dev.loci.recall.Why;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tools.jackson.databind.type.LogicalType;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How nouns look in JSON, and how strictly JSON is read: nothing is guessed, nothing that
 * is not understood is passed over.
 */
@Configuration(proxyBeanMethods = false)
class Json {

	@Bean
	JsonMapperBuilderCustomizer strictReading() {
		return (mapper) -> mapper
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
					DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
					DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.withCoercionConfig(LogicalType.Textual,
					(coercion) -> coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
			.withCoercionConfig(LogicalType.Enum,
					(coercion) -> coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail));
	}

	@Bean
	JacksonModule nouns() {
		return new SimpleModule("loci").addSerializer(EpisodeId.class, ToStringSerializer.instance)
			.addSerializer(JobId.class, ToStringSerializer.instance)
			.addSerializer(Metadata.class, new ValueSerializer<Metadata>() {
				@Override
				public void serialize(Metadata metadata, JsonGenerator json, SerializationContext context) {
					context.writeValue(json, metadata.values());
				}
			})
			.addSerializer(FactId.class, ToStringSerializer.instance)
			.addSerializer(EntityId.class, ToStringSerializer.instance)
			.addSerializer(StatementId.class, ToStringSerializer.instance)
			.addSerializer(DecisionId.class, ToStringSerializer.instance)
			.addSerializer(SuggestionId.class, ToStringSerializer.instance)
			.addSerializer(RecallId.class, ToStringSerializer.instance)
			.addSerializer(MemoryId.class, ToStringSerializer.instance)
			.addDeserializer(Moment.class, new ValueDeserializer<Moment>() {
				@Override
				public Moment deserialize(JsonParser json, DeserializationContext context) {
					return period(json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "");
				}
			})
			.addDeserializer(Instant.class, new ValueDeserializer<Instant>() {
				@Override
				public Instant deserialize(JsonParser json, DeserializationContext context) {
					return moment(json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "");
				}
			})
			.addDeserializer(OffsetDateTime.class, new ValueDeserializer<OffsetDateTime>() {
				@Override
				public OffsetDateTime deserialize(JsonParser json, DeserializationContext context) {
					return local(json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "");
				}
			})
			.setMixInAnnotation(Recollection.class, WithoutNulls.class)
			.setMixInAnnotation(Recalled.class, WithoutNulls.class)
			.setMixInAnnotation(Recalled.Said.class, WithoutNulls.class)
			.setMixInAnnotation(Why.Part.class, WithoutNulls.class)
			.setMixInAnnotation(Recording.Given.class, WithoutNulls.class)
			.setMixInAnnotation(Recalled.Evidence.class, WithoutNulls.class);
	}

	/**
	 * A moment that a caller names: with its offset, and in years that a memory can hold.
	 */
	static Instant moment(String text) {
		return local(text).toInstant();
	}

	/** The same, by the clock of where it was. */
	static OffsetDateTime local(String text) {
		try {
			OffsetDateTime moment = OffsetDateTime.parse(text);
			Moments.checked("", moment.toInstant());
			return moment;
		}
		catch (DateTimeParseException ex) {
			throw new InvalidInput("", "must be a date-time with its offset, like 2024-04-02T10:00:00Z");
		}
	}

	/** A moment that may be told by its day, month or year only. */
	static Moment period(String text) {
		try {
			return switch (text.length()) {
				case 4 -> period(Year.parse(text).atDay(1), Precision.YEAR);
				case 7 -> period(YearMonth.parse(text).atDay(1), Precision.MONTH);
				case 10 -> period(LocalDate.parse(text), Precision.DAY);
				default -> Moment.of(moment(text));
			};
		}
		catch (DateTimeParseException ex) {
			throw new InvalidInput("",
					"must be a date-time with its offset, or a day, a month or a year: 2024-04-02T10:00:00Z, 2024-04-02, 2024-04, 2024");
		}
	}

	private static Moment period(LocalDate first, Precision precision) {
		return new Moment(Moments.checked("", first.atStartOfDay(ZoneOffset.UTC).toInstant()), precision);
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	private interface WithoutNulls {

	}

}
