package dev.loci;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The service.
 */
@SpringBootApplication
public class Loci {

	/**
	 * Starts the service; what it keeps is in {@code ./data} unless a property says else.
	 */
	public static void main(String[] args) {
		Stop.onSignal(SpringApplication.run(Loci.class, args));
	}

}
