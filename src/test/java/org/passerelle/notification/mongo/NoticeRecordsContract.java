package org.passerelle.notification.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.notification.notice.NoticeRecords;

/** A notice is one node's at a time, and told once. */
@FactsOf(MongoNoticeRecords.class)
public abstract class NoticeRecordsContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00Z");
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private NoticeRecords records;

    @BeforeEach
    void begin() {
        records = new MongoNoticeRecords(mongo());
    }

    @Test
    void ofManyNodesOneTellsIt() {
        List<Integer> claims =
                Together.all(Stream.<Callable<Integer>>generate(() -> () -> records.claim("a", NINE, CLAIM))
                        .limit(8)
                        .toList());

        assertThat(claims).containsOnlyOnce(0).containsOnly(0, -1);
        assertThat(records.claim("b", NINE, CLAIM)).isZero();
    }

    @Test
    void whoeverCrashedIsFollowedByAnother() {
        records.claim("a", NINE, CLAIM);

        assertThat(records.claim("a", NINE.plus(CLAIM).minusSeconds(1), CLAIM)).isNegative();
        assertThat(records.claim("a", NINE.plus(CLAIM), CLAIM)).isZero();
        assertThat(records.claim("a", NINE.plus(CLAIM), CLAIM)).isNegative();
    }

    @Test
    void whatIsPutOffComesAgainAtItsTimeAndKnowsHowOftenItWasTried() {
        records.claim("a", NINE, CLAIM);
        records.postpone("a", 3, NINE.plusSeconds(60));

        assertThat(records.claim("a", NINE.plusSeconds(59), CLAIM)).isNegative();
        assertThat(records.claim("a", NINE.plusSeconds(60), CLAIM)).isEqualTo(3);
    }

    @Test
    void whatWasToldIsNotToldAgainUntilItIsForgotten() {
        records.claim("a", NINE, CLAIM);
        records.claim("b", NINE, CLAIM);
        records.noteTold("a", NINE);

        assertThat(records.told(List.of("a", "b", "c"))).containsExactly("a");
        assertThat(records.claim("a", NINE.plus(Duration.ofDays(2)), CLAIM)).isNegative();
        records.forgetBefore(NINE);
        assertThat(records.told(List.of("a"))).containsExactly("a");
        records.forgetBefore(NINE.plusSeconds(1));
        assertThat(records.claim("a", NINE, CLAIM)).isZero();
    }
}
