package org.passerelle.conference.jitsi;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.passerelle.MutableClock;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.conference.Provider;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.time.Interval;
import org.springframework.data.mongodb.core.MongoOperations;

/** Jitsi put together by hand, for tests without Spring. */
public final class JitsiWiring {

    public static final String SECRET = "a secret that only Prosody and we know of";

    /** An hour from now on, in the conference {@code r-4711}. */
    static final VideoMeeting MEETING = new VideoMeeting(
            new VideoMeeting.Id(BookingId.random(), MutableClock.TODAY),
            new ConferenceWish("jitsi"),
            "r-4711",
            "Comité",
            Interval.of(MutableClock.TODAY, Duration.ofHours(1)),
            List.of(),
            Interval.of(MutableClock.TODAY, Duration.ofHours(1)));

    private JitsiWiring() {}

    /** Reaches the Prosody at {@code prosody}. */
    public static Provider over(URI prosody, MongoOperations mongo, Clock clock) {
        return over(prosody, "", mongo, clock);
    }

    static Jitsi over(URI prosody, String tenant, MongoOperations mongo, Clock clock) {
        JitsiProperties settings = new JitsiProperties(
                "meet.example", "", tenant, "jitsi", JitsiProperties.TokenPlace.FRAGMENT, Set.of(), -1, prosody);
        return new Jitsi(settings, new JitsiSecrets("passerelle", SECRET, "", "", ""), mongo, clock);
    }

    /** Takes the tokens that it makes. */
    public static ProsodyDouble logins() {
        return ProsodyDouble.withSecret("passerelle", SECRET, "jitsi");
    }
}
