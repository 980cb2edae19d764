package org.passerelle.conference;

/** A video server did not do what it was asked. */
public class ProviderFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what happened, without addresses that carry secrets */
    public ProviderFailed(String provider, String what) {
        super(provider + ": " + what);
    }

    public ProviderFailed(String provider, String what, Throwable cause) {
        super(provider + ": " + what, cause);
    }
}
