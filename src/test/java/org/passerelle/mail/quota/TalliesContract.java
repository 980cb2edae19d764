package org.passerelle.mail.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** A tally is written only by whoever knows the one before. */
@FactsOf(MongoTallies.class)
public abstract class TalliesContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00.123Z");

    private Tallies tallies;

    @BeforeEach
    void begin() {
        tallies = new MongoTallies(mongo());
    }

    private static MailTally tally(long version, int count) {
        return new MailTally(version, NINE, Map.of("to zoé.d@bücher.example", count, "all", 2));
    }

    @Test
    void findsATallyAsItWasWrittenWhateverItsCountersAreCalled() {
        assertThat(tallies.insert("kim.k@example.org", tally(0, 1))).isTrue();

        assertThat(tallies.find("kim.k@example.org")).contains(tally(0, 1));
        assertThat(tallies.find("other")).isEmpty();
    }

    @Test
    void isBegunByOneOfEightWhoBeginAtOnce() {
        List<Boolean> begun = Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> tallies.insert("a", tally(0, i)))
                .toList());

        assertThat(begun).containsOnlyOnce(true);
        assertThat(tallies.find("a")).contains(tally(0, begun.indexOf(true)));
    }

    @Test
    void isReplacedByOneOfEightWhoKnowTheOneBefore() {
        tallies.insert("a", tally(0, 0));

        List<Boolean> replaced = Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> tallies.replace("a", 0, tally(1, i)))
                .toList());

        assertThat(replaced).containsOnlyOnce(true);
        assertThat(tallies.find("a")).contains(tally(1, replaced.indexOf(true)));
    }

    @Test
    void replacesNothingThatIsGone() {
        assertThat(tallies.replace("a", 0, tally(1, 1))).isFalse();

        assertThat(tallies.find("a")).isEmpty();
    }

    @Test
    void forgetsThoseThatBeganBefore() {
        tallies.insert("old", new MailTally(0, NINE.minusMillis(1), Map.of()));
        tallies.insert("kept", tally(0, 1));

        tallies.forgetBefore(NINE);

        assertThat(tallies.find("old")).isEmpty();
        assertThat(tallies.find("kept")).isPresent();
    }
}
