package org.passerelle.closure.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OutsiderId;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.AffectedDate.ClosureOutcome;
import org.passerelle.closure.model.AffectedDate.DateFate;
import org.passerelle.closure.model.AffectedDate.DateName;
import org.passerelle.closure.model.AffectedDate.OfferedMove;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.closure.model.SiteClosure;
import org.passerelle.closure.model.SiteClosure.ClosureStep;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;
import org.passerelle.time.Interval;

/** A closure goes from step to step once, whoever has it do so, and forgets nothing of what it hits. */
@FactsOf(ClosureDocuments.class)
public abstract class ClosureDocumentsContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00Z");
    private static final OutsiderId KIM = new OutsiderId(new EmailAddress("kim@example.org"));
    private static final RoomId SEINE = new RoomId("melun-seine");

    private ClosureDocuments closures;

    @BeforeEach
    void begin() {
        closures = new ClosureDocuments(mongo());
    }

    private static SiteClosure closure(String id, ClosureStep step, Instant until) {
        ClosurePlan plan = new ClosurePlan(
                new SiteId("melun"),
                List.of(SEINE),
                LocalDateTime.parse("2026-04-01T08:00"),
                LocalDateTime.parse("2026-04-01T18:30"),
                "Peinture, été 🌞",
                OnBookings.PROPOSE);
        return new SiteClosure(id, plan, KIM, NINE, until, step, 2, Optional.empty());
    }

    private static AffectedDate date(String closure, int hour) {
        Interval time = Interval.of(NINE.plus(Duration.ofHours(hour)), Duration.ofHours(1));
        return new AffectedDate(
                closure,
                new DateName(new BookingId("0123456789abcdef0123456789abcdef"), time.start()),
                KIM,
                true,
                List.of(SEINE),
                time,
                DateFate.pending(BookingState.CONFIRMED));
    }

    @Test
    void findsAClosureAsItWasMade() {
        SiteClosure made = closure("a", ClosureStep.TREATING, NINE.plusSeconds(60));
        closures.add(made);

        assertThat(closures.find("a")).contains(made);
        assertThat(closures.all()).containsExactly(made);
        assertThat(closures.unfinished()).containsExactly(made);
        assertThat(closures.blocking()).containsExactly(made);
        assertThat(closures.find("b")).isEmpty();
    }

    @Test
    void thoseInForceAreNotOverAndNotEnded() {
        closures.add(closure("ended", ClosureStep.ENDED, NINE.plusSeconds(60)));
        closures.add(closure("over", ClosureStep.IN_FORCE, NINE));
        closures.add(closure("shut", ClosureStep.IN_FORCE, NINE.plusSeconds(60)));
        closures.add(closure("undone", ClosureStep.UNDOING, NINE.plusSeconds(60)));

        assertThat(closures.inForce(NINE)).extracting(SiteClosure::id).containsExactly("shut", "undone");
        assertThat(closures.unfinished()).extracting(SiteClosure::id).containsExactly("undone");
    }

    @Test
    void ofManyWhoEndItAtOnceOneDoes() {
        closures.add(closure("a", ClosureStep.IN_FORCE, NINE.plusSeconds(60)));

        List<Boolean> ended = Together.all(Stream.<Callable<Boolean>>generate(
                        () -> () -> closures.end("a", ClosureStep.IN_FORCE, ClosureStep.UNDOING, NINE))
                .limit(8)
                .toList());

        assertThat(ended).containsOnlyOnce(true);
        assertThat(closures.find("a").orElseThrow().ended()).contains(NINE);
        assertThat(closures.advance("a", ClosureStep.IN_FORCE, ClosureStep.ENDED))
                .isFalse();
        closures.noteUnblocked("a");
        assertThat(closures.blocking()).isEmpty();
    }

    @Test
    void addsADateOnceAndKeepsWhatBecameOfIt() {
        AffectedDate date = date("a", 1);
        OfferedMove move = new OfferedMove(List.of(new RoomId("melun-almont")), date.time());
        assertThat(closures.addDates(List.of(date, date("a", 0)))).isEqualTo(2);

        assertThat(closures.settle(date, date.fate().offered(move))).isTrue();
        assertThat(closures.settle(date, date.fate().ending(ClosureOutcome.KEPT)))
                .as("noted by somebody else before")
                .isFalse();

        assertThat(closures.addDates(List.of(date))).isZero();
        AffectedDate offered = date.with(date.fate().offered(move));
        assertThat(closures.dates("a")).containsExactly(date("a", 0), offered);
        assertThat(closures.dates(date.name().booking())).containsExactly(date("a", 0), offered);
        assertThat(closures.offeredTo(KIM)).containsExactly(offered);
        assertThat(closures.date(date.key())).contains(offered);
        AffectedDate gone = offered.with(offered.fate().calledOff(BookingState.CANCELLED));
        assertThat(closures.settle(offered, gone.fate())).isTrue();
        assertThat(closures.date(date.key())).contains(gone);
    }

    @Test
    void forgetsWhatIsLongOverWithAllThatItHit() {
        closures.add(closure("old", ClosureStep.IN_FORCE, NINE));
        closures.add(closure("new", ClosureStep.IN_FORCE, NINE.plusSeconds(60)));
        closures.addDates(List.of(date("old", 0), date("new", 0)));

        closures.forgetBefore(NINE.plusSeconds(1));

        assertThat(closures.all()).extracting(SiteClosure::id).containsExactly("new");
        assertThat(closures.dates("old")).isEmpty();
        assertThat(closures.dates("new")).hasSize(1);
    }

    @Test
    void howeverManyAreMadeAtOnceASiteHasNoMoreThanItMay() {
        Instant open = NINE.plusSeconds(60);

        List<Boolean> added = Together.all(IntStream.range(0, 12)
                .mapToObj(i ->
                        (Callable<Boolean>) () -> closures.add(closure("c" + i, ClosureStep.BLOCKING, open), 5, NINE))
                .toList());

        assertThat(added).filteredOn(each -> each).hasSize(5);
        assertThat(closures.all()).hasSize(5);
    }

    @Test
    void whatIsOverOrEndedLeavesItsPlaceToAnother() {
        Instant open = NINE.plusSeconds(60);
        assertThat(closures.add(closure("over", ClosureStep.IN_FORCE, open), 2, NINE))
                .isTrue();
        assertThat(closures.add(closure("ended", ClosureStep.IN_FORCE, open.plusSeconds(60)), 2, NINE))
                .isTrue();
        assertThat(closures.add(closure("third", ClosureStep.IN_FORCE, open.plusSeconds(60)), 2, NINE))
                .isFalse();

        closures.end("ended", ClosureStep.IN_FORCE, ClosureStep.ENDED, NINE);

        assertThat(closures.add(closure("third", ClosureStep.IN_FORCE, open.plusSeconds(60)), 2, NINE))
                .isTrue();
        assertThat(closures.add(closure("fourth", ClosureStep.IN_FORCE, open.plusSeconds(60)), 2, NINE))
                .isFalse();
        assertThat(closures.add(closure("fourth", ClosureStep.IN_FORCE, open.plusSeconds(60)), 2, open))
                .isTrue();
    }

    @Test
    void whatWasMadeBeforeThereWerePlacesKeepsOneAndCountsUnlessItHasEnded() {
        for (String step : List.of("IN_FORCE", "IN_FORCE", "ENDED")) {
            closures.add(closure(
                    step + documents(ClosureDocuments.CLOSURES).countDocuments(),
                    ClosureStep.valueOf(step),
                    NINE.plusSeconds(60)));
        }

        new M261_ClosurePlaces().apply(mongo().getDb());
        new M261_ClosurePlaces().apply(mongo().getDb());

        assertThat(closures.add(closure("a", ClosureStep.BLOCKING, NINE.plusSeconds(60)), 2, NINE))
                .isFalse();
        assertThat(closures.add(closure("a", ClosureStep.BLOCKING, NINE.plusSeconds(60)), 3, NINE))
                .isTrue();
    }
}
