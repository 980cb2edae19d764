package org.passerelle.platform.http;

import java.io.IOException;

/** No request can be made to this address: its port or its host is none. */
public final class UnusableAddress extends IOException {

    private static final long serialVersionUID = 1;

    UnusableAddress(Exception cause) {
        super("No such address", cause);
    }
}
