package org.passerelle.conference.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** A conference of a server is noted once, as it was noted last. */
@FactsOf(PendingEnds.class)
public abstract class PendingEndsContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00Z");

    private PendingEnds ends;

    @BeforeEach
    void begin() {
        ends = new PendingEnds(mongo());
    }

    private static PendingEnd end(String conference, String provider, Duration length) {
        Instant over = NINE.plus(length);
        return new PendingEnd(
                conference + "@" + provider, conference, provider, "booking", NINE, NINE, over, over.plusMillis(1));
    }

    @Test
    void keepsWhatWasNotedLastOfAConference() {
        PendingEnd last = end("r-4711", "jitsi", Duration.ofHours(2));
        ends.add(end("r-4711", "jitsi", Duration.ofHours(1)));

        ends.add(last);

        assertThat(ends.all()).containsExactly(last);
    }

    @Test
    void tellsTheConferencesOfOneNameOnEveryServer() {
        PendingEnd jitsi = end("r-4711", "jitsi", Duration.ofHours(1));
        PendingEnd blue = end("r-4711", "bigbluebutton", Duration.ofHours(1));
        ends.add(jitsi);
        ends.add(blue);
        ends.add(end("r-4712", "jitsi", Duration.ofHours(1)));

        assertThat(ends.of("r-4711")).containsExactlyInAnyOrder(jitsi, blue);
        assertThat(ends.all()).hasSize(3);
    }

    @Test
    void removesAConferenceAsOftenAsItIsSaid() {
        PendingEnd end = end("réunion é", "jitsi", Duration.ofHours(1));
        ends.add(end);

        ends.remove(end);
        ends.remove(end);

        assertThat(ends.all()).isEmpty();
    }
}
