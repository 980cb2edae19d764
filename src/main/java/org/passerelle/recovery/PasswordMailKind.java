package org.passerelle.recovery;

import java.time.Duration;
import org.passerelle.account.signin.PasswordLinks;

/** Why somebody gets a link that sets a password. */
enum PasswordMailKind {
    FORGOTTEN("forgotten", PasswordLinks.FORGOTTEN),
    INVITED("invited", PasswordLinks.INVITED);

    private final String key;
    private final Duration goodFor;

    PasswordMailKind(String key, Duration goodFor) {
        this.key = key;
        this.goodFor = goodFor;
    }

    /** Ends the names of its texts. */
    String key() {
        return key;
    }

    Duration goodFor() {
        return goodFor;
    }
}
