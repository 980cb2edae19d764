package org.passerelle.conference.jitsi;

import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.passerelle.conference.Provider;
import org.springframework.data.mongodb.core.MongoOperations;

/** Jitsi put together by hand, for tests without Spring. */
public final class JitsiWiring {

    public static final String SECRET = "a secret that only Prosody and we know of";

    private JitsiWiring() {}

    /** Reaches the Prosody at {@code prosody}. */
    public static Provider over(URI prosody, MongoOperations mongo, Clock clock) {
        return over(prosody, "", mongo, clock);
    }

    static Jitsi over(URI prosody, String tenant, MongoOperations mongo, Clock clock) {
        JitsiSettings settings = new JitsiSettings(
                "meet.example", "", tenant, "jitsi", JitsiSettings.TokenPlace.FRAGMENT, Set.of(), -1, prosody);
        return new Jitsi(settings, new JitsiSecrets("passerelle", SECRET, "", "", ""), mongo, clock);
    }

    /** Takes the tokens that it makes. */
    public static ProsodyDouble logins() {
        return ProsodyDouble.withSecret("passerelle", SECRET, "jitsi");
    }
}
