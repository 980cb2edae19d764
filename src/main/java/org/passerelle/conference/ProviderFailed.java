package org.passerelle.conference;

/** A video server did not do what it was asked: it gave no answer, or it refused. */
public class ProviderFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean isRefusal;

    /** @param what happened, without addresses that carry secrets */
    public ProviderFailed(String provider, String what) {
        this(provider, what, false);
    }

    public ProviderFailed(String provider, String what, Throwable cause) {
        super(provider + ": " + what, cause);
        this.isRefusal = false;
    }

    private ProviderFailed(String provider, String what, boolean isRefusal) {
        super(provider + ": " + what);
        this.isRefusal = isRefusal;
    }

    /** It was there and said no. */
    public static ProviderFailed refusal(String provider, String what) {
        return new ProviderFailed(provider, what, true);
    }

    /** Whether it was there and said no, so that asking again is of no use until it is set up otherwise. */
    public boolean isRefusal() {
        return isRefusal;
    }
}
