package org.passerelle.jobs.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.booking.due.DueTime;
import org.passerelle.booking.model.BookingId;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.jobs.mongo.ActionRecords.ActionClaim;
import org.passerelle.jobs.mongo.ActionRecords.ActionRecord;
import org.passerelle.jobs.mongo.ActionRecords.ActionState;
import org.passerelle.platform.StoreAccess;

/** What is due is claimed by one, and claimed again only when that one has failed or gone. */
@FactsOf(ActionRecords.class)
public abstract class ActionRecordsContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00Z");
    private static final DueTime DUE =
            new DueTime(new BookingId("0123456789abcdef0123456789abcdef"), Optional.empty(), NINE, Instant.MAX);
    private static final String KEY = DUE.key("bell");

    private ActionRecords records;

    @BeforeEach
    void begin() {
        records = node(StoreAccess.SHARED);
    }

    private ActionRecords node(StoreAccess access) {
        return new ActionRecords(mongo(), access);
    }

    private static ActionClaim claim(ActionRecords by, Instant now) {
        return by.claim(KEY, "bell", DUE, now);
    }

    @Test
    void ofManyWhoClaimAtOnceOneMayDoIt() {
        List<ActionClaim> claims = Together.all(Stream.generate(() -> node(StoreAccess.SHARED))
                .limit(8)
                .<Callable<ActionClaim>>map(node -> () -> claim(node, NINE))
                .toList());

        assertThat(claims).filteredOn(ActionClaim::isMine).hasSize(1);
        assertThat(claims)
                .filteredOn(each -> !each.isMine())
                .allSatisfy(each -> assertThat(each.again()).contains(NINE.plus(Duration.ofMinutes(5))));
    }

    @Test
    void whatIsDoneIsNotClaimedAgain() {
        records.done(claim(records, NINE), true, NINE);

        ActionClaim second = claim(node(StoreAccess.EXCLUSIVE), NINE.plus(Duration.ofDays(1)));

        assertThat(second.isMine()).isFalse();
        assertThat(second.again()).isEmpty();
        assertThat(records.in(ActionState.DONE, 10)).singleElement().matches(ActionRecord::hasDone);
    }

    @Test
    void whatFailedIsClaimedWhenItsPauseIsOver() {
        records.failed(claim(records, NINE), "IOException", NINE.plusSeconds(60), NINE);

        assertThat(claim(records, NINE.plusSeconds(59)).again()).contains(NINE.plusSeconds(60));
        ActionClaim second = claim(records, NINE.plusSeconds(60));

        assertThat(second.isMine()).isTrue();
        assertThat(second.tries()).isEqualTo(2);
    }

    @Test
    void aClaimOfSomebodyWhoCrashedRunsOut() {
        claim(records, NINE);

        assertThat(claim(node(StoreAccess.SHARED), NINE.plusSeconds(299)).isMine())
                .isFalse();
        assertThat(claim(node(StoreAccess.SHARED), NINE.plusSeconds(300)).isMine())
                .isTrue();
    }

    @Test
    void whereNobodyElseWritesAClaimOfARunBeforeIsVoidAtOnce() {
        ActionRecords before = node(StoreAccess.EXCLUSIVE);
        claim(before, NINE);

        assertThat(claim(before, NINE).isMine()).isFalse();
        assertThat(claim(node(StoreAccess.EXCLUSIVE), NINE).isMine()).isTrue();
    }

    @Test
    void whoseClaimRanOutDoesNotEndThatOfAnother() {
        ActionClaim first = claim(records, NINE);
        ActionClaim second = claim(node(StoreAccess.SHARED), NINE.plusSeconds(300));
        assertThat(second.isMine()).isTrue();

        records.failed(first, "Late", NINE.plusSeconds(600), NINE.plusSeconds(301));

        assertThat(records.in(ActionState.FAILED, 10)).isEmpty();
        assertThat(records.in(ActionState.CLAIMED, 10)).hasSize(1);
    }

    @Test
    void tellsTheLastChangedFirstAndForgetsWhatIsLongOver() {
        for (int hour = 0; hour < 3; hour++) {
            Instant at = NINE.plus(Duration.ofHours(hour));
            DueTime due = new DueTime(DUE.booking(), Optional.of(at), at, Instant.MAX);
            records.dropped(records.claim(due.key("bell"), "bell", due, at), at);
        }

        assertThat(records.in(ActionState.DROPPED, 2))
                .extracting(ActionRecord::at)
                .containsExactly(NINE.plus(Duration.ofHours(2)), NINE.plus(Duration.ofHours(1)));
        records.forgetBefore(NINE.plus(Duration.ofHours(2)));
        assertThat(records.in(ActionState.DROPPED, 10)).hasSize(1);
    }

    @Test
    void tellsWhatHasEndedAndNothingThatIsStillToBeDone() {
        records.done(claim(records, NINE), true, NINE);
        DueTime other = new DueTime(DUE.booking(), Optional.of(NINE), NINE, Instant.MAX);
        records.failed(records.claim("failing", "bell", other, NINE), "IOException", NINE.plusSeconds(60), NINE);
        records.claim("claimed", "bell", other, NINE);
        records.dropped(records.claim("dropped", "bell", other, NINE), NINE);

        List<String> asked = new ArrayList<>(List.of(KEY, "failing", "claimed", "unknown"));
        for (int i = 0; i < 600; i++) {
            asked.add("unknown-" + i);
        }
        asked.add("dropped");
        assertThat(records.ended(asked)).containsExactlyInAnyOrder(KEY, "dropped");
        assertThat(records.ended(List.of())).isEmpty();
    }
}
