package org.passerelle.outsider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** No more than a limit pass in a window, however many come at once. */
@FactsOf(RequestTallies.class)
public abstract class RequestTalliesContract extends StoreContract {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00Z");

    private RequestTallies tallies;

    @BeforeEach
    void begin() {
        tallies = new RequestTallies(mongo());
    }

    @Test
    void letsNoMorePassThanTheLimitUntilTheWindowIsOver() {
        assertThat(tallies.take("one", 2, DAY, NINE)).isTrue();
        assertThat(tallies.take("one", 2, DAY, NINE.plusSeconds(60))).isTrue();
        assertThat(tallies.take("one", 2, DAY, NINE.plus(DAY).minusMillis(1))).isFalse();
        assertThat(tallies.take("other", 2, DAY, NINE)).isTrue();

        assertThat(tallies.take("one", 2, DAY, NINE.plus(DAY))).isTrue();
        assertThat(tallies.take("one", 2, DAY, NINE.plus(DAY))).isTrue();
        assertThat(tallies.take("one", 2, DAY, NINE.plus(DAY))).isFalse();
    }

    @Test
    void ofManyAtOnceAsManyPassAsMay() {
        Callable<Boolean> take = () -> tallies.take("crowd", 5, DAY, NINE);

        List<Boolean> passed =
                Together.all(IntStream.range(0, 12).mapToObj(each -> take).toList());

        assertThat(passed).filteredOn(each -> each).hasSize(5);
    }

    @Test
    void forgetsWhatIsOver() {
        tallies.take("one", 1, DAY, NINE);

        tallies.forgetBegunBefore(NINE);
        assertThat(tallies.take("one", 1, DAY, NINE)).isFalse();
        tallies.forgetBegunBefore(NINE.plusMillis(1));
        assertThat(tallies.take("one", 1, DAY, NINE)).isTrue();
    }
}
