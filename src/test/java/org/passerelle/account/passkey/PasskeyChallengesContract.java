package org.passerelle.account.passkey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.Together;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;

/** A challenge is answered once, in time, and for what it was made. */
@FactsOf(PasskeyChallenges.class)
public abstract class PasskeyChallengesContract extends StoreContract {

    private final MutableClock clock = new MutableClock();
    private PasskeyChallenges challenges;

    @BeforeEach
    void open() {
        new M281_PasskeysBySlot().apply(mongo().getDb());
        challenges = anotherNode();
    }

    private PasskeyChallenges anotherNode() {
        return new PasskeyChallenges(mongo(), clock);
    }

    @Test
    void isAnsweredOnceOnWhicheverNode() throws Exception {
        byte[] made = challenges.make("sign-in");
        List<Callable<Boolean>> all = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> anotherNode().isTaken(made, "sign-in"))
                .toList();

        assertThat(Together.all(all)).filteredOn(each -> each).hasSize(1);
    }

    @Test
    void isGoodForAQuarterOfAnHour() {
        byte[] early = challenges.make("sign-in");
        byte[] late = challenges.make("sign-in");

        clock.advance(PasskeyChallenges.GOOD_FOR.minusSeconds(1));
        assertThat(challenges.isTaken(early, "sign-in")).isTrue();
        clock.advance(Duration.ofSeconds(2));

        assertThat(challenges.isTaken(late, "sign-in")).isFalse();
        assertThat(challenges.isTaken(early, "sign-in")).isFalse();
    }

    @Test
    void isGoodForNothingElse() {
        byte[] made = challenges.make("add to camille");

        assertThat(challenges.isTaken(made, "sign-in")).isFalse();
        assertThat(challenges.isTaken(made, "add to louis")).isFalse();
        assertThat(challenges.isTaken(made, "add to camille")).isTrue();
    }

    @Test
    void cannotBeMadeUp() {
        String made = new String(challenges.make("sign-in"), US_ASCII);
        String longer = made.replaceFirst("\\.([0-9]+)\\.", ".9$1.");

        for (String forged : List.of("", ".", "..", longer, made.substring(1), made + "x", "x".repeat(5_000))) {
            assertThat(challenges.isTaken(forged.getBytes(US_ASCII), "sign-in"))
                    .as(forged)
                    .isFalse();
        }
    }
}
