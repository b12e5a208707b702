package dev.loci.extract;

/**
 * The model will not answer until somebody changes a setting: the message says which.
 */
public final class ModelMisconfigured extends RuntimeException {

	public ModelMisconfigured(String reason) {
		super(reason);
	}

}
