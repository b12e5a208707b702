package dev.loci.ingest;

import dev.loci.memory.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestSettings.class)
@EnableScheduling
class IngestConfiguration {

	private static final Logger log = LoggerFactory.getLogger(IngestConfiguration.class);

	/**
	 * An absence of the database is told once, where it is noticed: not by every task.
	 */
	@Bean
	SimpleAsyncTaskSchedulerCustomizer patientTasks() {
		return (scheduler) -> scheduler.setErrorHandler((failure) -> {
			if (failure instanceof StoreUnavailable) {
				log.debug("The database does not answer, a task waits for its next turn", failure);
			}
			else {
				log.error("A task failed", failure);
			}
		});
	}

}
