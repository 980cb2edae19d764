package org.passerelle.platform.http;

import java.util.function.Supplier;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.springframework.util.function.SingletonSupplier;

/** Whose certificates a connection trusts. Made at the first connection by TLS, as it may read all that the machine trusts. */
public final class CertificateTrust {

    private static final CertificateTrust USUAL = new CertificateTrust(DefaultClientTlsStrategy::createDefault);

    private final SingletonSupplier<TlsSocketStrategy> strategy;

    /** @param strategy called once, when it is needed */
    public CertificateTrust(Supplier<TlsSocketStrategy> strategy) {
        this.strategy = SingletonSupplier.of(strategy);
    }

    /** The authorities that this machine trusts, and the name of the host. */
    public static CertificateTrust usual() {
        return USUAL;
    }

    /** One that waits until it is needed before it is made. */
    TlsSocketStrategy strategy() {
        return (socket, target, port, attachment, context) ->
                strategy.obtain().upgrade(socket, target, port, attachment, context);
    }
}
