package org.passerelle.account.passkey;

import java.net.URI;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * For whom passkeys are made: the host of the public address (WebAuthn section 5.1.2). That must have a name, so the demo, whose
 * address is 127.0.0.1, goes by {@code localhost}.
 */
@Component
public class RelyingParty {

    private final PublicUrl publicUrl;

    RelyingParty(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The name that browsers bind a passkey to. */
    String id() {
        return page().getHost();
    }

    /** The origin (RFC 6454 section 6.2) that must be in what is signed. */
    String origin() {
        URI page = page();
        return page.getScheme() + "://" + page.getRawAuthority();
    }

    /** Where passkeys can be made and used. */
    public URI page() {
        URI base = publicUrl.base();
        String port = base.getPort() < 0 ? "" : ":" + base.getPort();
        return base.getHost().equals("127.0.0.1")
                ? URI.create(base.getScheme() + "://localhost" + port + base.getRawPath())
                : base;
    }

    /** Whether {@code host}, as a browser was asked for it, is that place. */
    public boolean isAt(String host) {
        return id().equalsIgnoreCase(host);
    }
}
