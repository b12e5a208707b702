package dev.loci.extract;

import java.util.Optional;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Who reads what was said: a language model if there is one, else grammar in this
 * process.
 */
@Component
@EnableConfigurationProperties({ ExtractSettings.class, ModelSettings.class })
public final class Extractors implements AutoCloseable {

	private final ExtractSettings settings;

	private final ObservationRegistry observations;

	private final @Nullable ModelEndpoint endpoint;

	private final @Nullable Extractor model;

	private final @Nullable Judge judge;

	private final int callsAtOnce;

	/** Made when it is needed: its models take a while to load, and some memory. */
	private @Nullable Extractor local;

	Extractors(ExtractSettings settings, ModelSettings model, MeterRegistry meters, ObservationRegistry observations) {
		this.settings = settings;
		this.observations = observations;
		boolean wanted = model.isConfigured() || settings.mode() == Mode.MODEL;
		this.endpoint = wanted ? new ModelEndpoint(model.checked(), meters) : null;
		this.model = (this.endpoint != null)
				? new ModelExtractor(this.endpoint, model, new ModelTimeWords(), observations) : null;
		this.judge = (this.endpoint != null) ? new Judge(this.endpoint, observations) : null;
		this.callsAtOnce = (this.endpoint != null) ? model.concurrency() : 0;
	}

	/**
	 * The one that is wished for, else the one that is set for all; nobody, if that is
	 * off.
	 */
	public Optional<Extractor> of(@Nullable Mode wish) {
		return switch (mode(wish)) {
			case AUTO -> Optional.of((this.model != null) ? this.model : local());
			case MODEL -> Optional.of(model());
			case LOCAL -> Optional.of(local());
			case OFF -> Optional.empty();
		};
	}

	/** Who decides on what rules leave open: the model, where it is what reads. */
	public Optional<Judge> judge(@Nullable Mode wish) {
		return switch (mode(wish)) {
			case AUTO, MODEL -> Optional.ofNullable(this.judge);
			case LOCAL, OFF -> Optional.empty();
		};
	}

	private Mode mode(@Nullable Mode wish) {
		return (wish != null) ? wish : this.settings.mode();
	}

	private synchronized Extractor local() {
		if (this.local == null) {
			this.local = new LocalExtractor(this.observations);
		}
		return this.local;
	}

	private Extractor model() {
		if (this.model == null) {
			throw new ModelMisconfigured("no model to ask: set loci.extract.base-url");
		}
		return this.model;
	}

	/** Whether there is a model to ask. */
	public boolean hasModel() {
		return this.model != null;
	}

	/** How many wait for a model side by side, at most; nobody where there is none. */
	public int callsAtOnce() {
		return this.callsAtOnce;
	}

	/** Whether what is to be read can be read now. */
	public boolean isAvailable() {
		return this.endpoint == null || this.endpoint.isAvailable();
	}

	/**
	 * How many messages before those that are read are told along, so that these are
	 * understood.
	 */
	public int messagesBefore() {
		return this.settings.messagesBefore();
	}

	/** Whose messages may claim something. */
	public Set<String> roles() {
		return this.settings.roles();
	}

	@Override
	public void close() {
		if (this.endpoint != null) {
			this.endpoint.close();
		}
	}

	/** The ways of reading. */
	public enum Mode {

		/** With a model if there is one, else without. */
		AUTO,
		/** With a language model. */
		MODEL,
		/** In this process, by grammar. */
		LOCAL,
		/** Not at all: what is said is kept and found, and claims nothing. */
		OFF

	}

}
