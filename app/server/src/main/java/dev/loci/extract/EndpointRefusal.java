package dev.loci.extract;

/**
 * An endpoint that understands the request and does not want it: sent again, it would be
 * refused again.
 */
final class EndpointRefusal extends RuntimeException {

	private final int status;

	EndpointRefusal(int status, String reason) {
		super(reason);
		this.status = status;
	}

	/** Whether a part of the request may be what it does not know. */
	boolean isOfForm() {
		return this.status == 400 || this.status == 422;
	}

}
