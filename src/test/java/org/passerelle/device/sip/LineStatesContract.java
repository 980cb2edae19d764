package org.passerelle.device.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.directory.RoomId;

/** Of each room's device it is kept what was found out last. */
@FactsOf(LineStates.class)
public abstract class LineStatesContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00.123Z");

    /** What Spring takes for the text of an {@code ObjectId}. */
    private static final RoomId DIGITS = new RoomId("0123456789abcdef01234567");

    private LineStates states;

    @BeforeEach
    void begin() {
        states = new LineStates(mongo());
    }

    @Test
    void tellsWhatWasFoundOutLast() {
        LineState good = new LineState(DIGITS, NINE, LineVerdict.ANSWERS, Optional.of(200), Optional.of(NINE));
        LineState silent =
                new LineState(DIGITS, NINE.plusSeconds(1), LineVerdict.SILENT, Optional.empty(), Optional.empty());
        assertThat(states.of(DIGITS)).isEmpty();
        states.save(good);
        assertThat(states.of(DIGITS)).contains(good);

        states.save(silent);

        assertThat(states.of(DIGITS)).contains(silent);
        assertThat(states.of(new RoomId("melun-seine"))).isEmpty();
    }
}
