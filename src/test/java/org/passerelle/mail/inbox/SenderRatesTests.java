package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many mails of one sender are acted upon. */
class SenderRatesTests {

    private static final Instant NOW = Instant.parse("2026-03-25T08:00:00Z");

    private final SenderRates rates = new SenderRates(new SenderProperties(2));

    @Test
    void letsTwoAnHourPassAndTellsTheOthersWhen() {
        assertThat(rates.count("a", "1", NOW)).isEmpty();
        assertThat(rates.count("a", "2", NOW.plusSeconds(60))).isEmpty();
        assertThat(rates.count("a", "3", NOW.plusSeconds(120))).contains(NOW.plus(Duration.ofHours(1)));
        assertThat(rates.count("a", "4", NOW.plusSeconds(120))).contains(NOW.plusSeconds(3_660));
        assertThat(rates.count("a", "5", NOW.plusSeconds(120))).contains(NOW.plus(Duration.ofHours(2)));
        assertThat(rates.count("b", "6", NOW.plusSeconds(120))).isEmpty();
    }

    @Test
    void countsAMailOnceHoweverOftenItIsLookedAt() {
        assertThat(rates.count("a", "1", NOW)).isEmpty();
        assertThat(rates.count("a", "1", NOW.plusSeconds(1))).isEmpty();
        assertThat(rates.count("a", "2", NOW.plusSeconds(2))).isEmpty();
        Optional<Instant> later = rates.count("a", "3", NOW.plusSeconds(3));

        assertThat(rates.count("a", "3", NOW.plusSeconds(4))).isEqualTo(later);
        assertThat(rates.count("a", "3", later.orElseThrow())).isEmpty();
    }
}
