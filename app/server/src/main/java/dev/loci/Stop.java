package dev.loci;

import java.lang.reflect.Proxy;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ends the service in order when it is asked to: first what it does, then the process.
 * <p>
 * Left to itself, a process that gets a signal runs all shutdown hooks side by side, and
 * that of the ONNX runtime takes the model away from those who still embed: it then
 * crashes in native code.
 */
final class Stop {

	private static final Logger log = LoggerFactory.getLogger(Stop.class);

	private static final List<String> SIGNALS = List.of("TERM", "INT");

	private Stop() {
	}

	static void onSignal(ConfigurableApplicationContext context) {
		for (String name : SIGNALS) {
			try {
				handle(name, () -> System.exit(SpringApplication.exit(context)));
			}
			catch (ReflectiveOperationException ex) {
				log.debug("This machine keeps the signal {} to itself", name, ex);
			}
		}
	}

	/**
	 * There is no other way to hear of a signal before the hooks run. It is supported,
	 * but a compiler warns of whoever names it.
	 */
	private static void handle(String name, Runnable end) throws ReflectiveOperationException {
		Class<?> signal = Class.forName("sun.misc.Signal");
		Class<?> handler = Class.forName("sun.misc.SignalHandler");
		signal.getMethod("handle", signal, handler)
			.invoke(null, signal.getConstructor(String.class).newInstance(name), Proxy.newProxyInstance(
					Stop.class.getClassLoader(), new Class<?>[] { handler }, (proxy, method, arguments) -> {
						if (method.getDeclaringClass() == handler) {
							end.run();
						}
						return null;
					}));
	}

}
