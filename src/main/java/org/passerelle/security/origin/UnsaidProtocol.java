package org.passerelle.security.origin;

import java.util.concurrent.atomic.AtomicBoolean;
import org.passerelle.platform.PublicUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether a trusted proxy passes requests on without saying by which protocol they came, where people come by https: then they are
 * taken for http, and browsers are not told to stay with https. Said once in the log, and to administrators for as long as it is
 * so.
 */
@Component
public class UnsaidProtocol {

    private static final Logger LOG = LoggerFactory.getLogger(UnsaidProtocol.class);

    private final PublicUrl url;
    private final AtomicBoolean isLogged = new AtomicBoolean();
    private volatile boolean isUnsaid;

    public UnsaidProtocol(PublicUrl url) {
        this.url = url;
    }

    /** Whether the last request that a proxy passed on came without it. */
    public boolean isUnsaid() {
        return isUnsaid;
    }

    /** @param isSaid whether a proxy that passed a request on told in {@code X-Forwarded-Proto} how that came */
    public void passedOn(boolean isSaid) {
        boolean isUnsaidNow = !isSaid && "https".equalsIgnoreCase(url.base().getScheme());
        if (isUnsaidNow != isUnsaid) {
            isUnsaid = isUnsaidNow;
        }
        if (isUnsaidNow && isLogged.compareAndSet(false, true)) {
            LOG.warn("The proxy does not set X-Forwarded-Proto, so requests that come by https are taken for http. "
                    + "Let it do so (nginx: proxy_set_header X-Forwarded-Proto $scheme)");
        }
    }
}
