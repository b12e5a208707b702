package dev.loci.graph;

import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Starts the embedded database as soon as the settings are known: it takes its seconds
 * while the rest is put together.
 */
class EarlyStart implements ApplicationListener<ApplicationContextInitializedEvent> {

	@Override
	public void onApplicationEvent(ApplicationContextInitializedEvent event) {
		ConfigurableApplicationContext context = event.getApplicationContext();
		Environment environment = context.getEnvironment();
		if (!environment.containsProperty(GraphConfiguration.URI)
				&& ClassUtils.isPresent(GraphConfiguration.EMBEDDED, context.getClassLoader())) {
			open(context, Binder.get(environment).bindOrCreate("loci", GraphSettings.class));
		}
	}

	private static void open(ConfigurableApplicationContext context, GraphSettings settings) {
		EmbeddedNeo4j server = new EmbeddedNeo4j(settings);
		context.getBeanFactory().registerSingleton("embeddedNeo4j", server);
		// A singleton that is given is not closed unless somebody says so.
		if (context.getBeanFactory() instanceof DefaultSingletonBeanRegistry beans) {
			beans.registerDisposableBean("embeddedNeo4j", server::close);
		}
	}

}
