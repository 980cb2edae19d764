package org.passerelle.booking.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.inZone;
import static org.passerelle.booking.Orders.lasting;
import static org.passerelle.booking.Orders.without;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.booking.Orders;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.refusal.EmptySchedule;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Room;

/** From a schedule to its dates. */
class PlannerTests {

    @Test
    void tellsOnlyDatesWithinTheHorizonToFit() {
        Instant horizon = Instant.parse("2026-05-01T00:00:00Z");
        Schedule endless =
                Orders.changed(anOrder(Rooms.SEINE), every("FREQ=MONTHLY")).schedule();

        Reason reason = refusal(Planner.plan(endless, List.of(Rooms.SEINE), () -> horizon));

        Instant last = LocalDate.parse(reason.details().get(1))
                .atTime(endless.start().toLocalTime())
                .atZone(endless.zone())
                .toInstant();
        assertThat(last.plus(endless.duration())).isBeforeOrEqualTo(horizon);
        assertThat(last.plus(Duration.ofDays(31))).isAfter(horizon);
    }

    @SafeVarargs
    private static Plan plan(Room room, UnaryOperator<BookingOrder>... changes) {
        return Planner.plan(Orders.changed(anOrder(room), changes).schedule(), List.of(room), () -> Instant.MAX);
    }

    @SafeVarargs
    private static List<String> starts(UnaryOperator<BookingOrder>... changes) {
        return ((Plan.PlannedDates) plan(Rooms.SEINE, changes))
                .dates().stream().map(date -> date.time().start().toString()).toList();
    }

    private static Reason refusal(Plan plan) {
        Reason reason = ((Plan.Impossible) plan).reason();
        assertThat(reason.code()).isEqualTo(ReasonCode.TOO_MANY_OCCURRENCES);
        return reason;
    }

    @Test
    void plansSevenHundredAndFiftyDatesAndNotOneMore() {
        Plan most = plan(Rooms.SEINE, every("FREQ=DAILY;COUNT=750"));
        Plan more = plan(Rooms.SEINE, every("FREQ=DAILY;COUNT=751"));

        assertThat(((Plan.PlannedDates) most).dates()).hasSize(750);
        assertThat(refusal(more).details()).containsExactly("750", "2028-04-19");
    }

    @Test
    void countsOnlyTheDatesThatAreNotExcluded() {
        Plan plan = plan(Rooms.SEINE, every("FREQ=DAILY;COUNT=751"), without("2026-04-01"));

        assertThat(((Plan.PlannedDates) plan).dates()).hasSize(750);
    }

    @Test
    void plansTwentyThousandClaimsAndNotOneMore() {
        Plan most = plan(Rooms.STUDIO, lasting("PT16H40M"), every("FREQ=DAILY;COUNT=100"));
        Plan more = plan(Rooms.STUDIO, lasting("PT16H45M"), every("FREQ=DAILY;COUNT=100"));

        assertThat(((Plan.PlannedDates) most).dates()).hasSize(100);
        assertThat(refusal(more).details()).containsExactly("99", "2026-07-08");
    }

    @Test
    void countsTheBuffersAndThePartsOfARoom() {
        Plan buffered = plan(Rooms.FORUM, lasting("PT4H"), every("FREQ=DAILY;COUNT=371"));
        Plan combined = plan(Rooms.GRAND_SALON, lasting("PT4H10M"), every("FREQ=DAILY;COUNT=201"));

        assertThat(refusal(buffered).details()).first().isEqualTo("370");
        assertThat(refusal(combined).details()).first().isEqualTo("200");
    }

    @Test
    void tellsTheLastDateThatFitsOfARuleWithoutEnd() {
        assertThat(refusal(plan(Rooms.SEINE, every("FREQ=WEEKLY"))).details()).containsExactly("750", "2040-08-08");
    }

    @Test
    void beginsWithTheFirstDateOfTheRule() {
        Plan.PlannedDates plan = (Plan.PlannedDates) plan(Rooms.SEINE, every("FREQ=WEEKLY;BYDAY=FR;COUNT=2"));

        assertThat(plan.schedule().start()).hasToString("2026-04-03T09:00");
        assertThat(plan.dates()).hasSize(2);
    }

    @Test
    void refusesARuleWithoutADate() {
        assertThatThrownBy(() -> plan(Rooms.SEINE, every("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")))
                .isInstanceOf(EmptySchedule.class);
        assertThatThrownBy(() -> plan(Rooms.SEINE, every("FREQ=DAILY;COUNT=1"), without("2026-04-01")))
                .isInstanceOf(EmptySchedule.class);
    }

    @Test
    void leavesOutExcludedDates() {
        assertThat(starts(every("FREQ=DAILY;COUNT=3"), without("2026-04-02", "2030-01-01")))
                .containsExactly("2026-04-01T07:00:00Z", "2026-04-03T07:00:00Z");
    }

    @Test
    void passesOverDaysThatAMonthDoesNotHave() {
        assertThat(starts(at("2026-05-31T09:00"), every("FREQ=MONTHLY;COUNT=3")))
                .containsExactly("2026-05-31T07:00:00Z", "2026-07-31T07:00:00Z", "2026-08-31T07:00:00Z");
        assertThat(starts(at("2028-02-29T09:00"), every("FREQ=YEARLY;COUNT=2")))
                .containsExactly("2028-02-29T08:00:00Z", "2032-02-29T08:00:00Z");
    }

    @Test
    void findsTheLastFridayOfEachMonth() {
        assertThat(starts(every("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3")))
                .containsExactly("2026-04-24T07:00:00Z", "2026-05-29T07:00:00Z", "2026-06-26T07:00:00Z");
    }

    @Test
    void beginsAfterTheGapAndAtTheFirstPassageOfTheOverlap() {
        assertThat(starts(at("2026-03-28T02:30"), every("FREQ=DAILY;COUNT=3")))
                .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z");
        assertThat(starts(at("2026-10-25T02:30"))).containsExactly("2026-10-25T00:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, 2026-03-25, 08:00, 07:00",
        "Europe/Paris, 2026-10-21, 07:00, 08:00",
        "America/Montreal, 2026-03-04, 14:00, 13:00",
        "America/Montreal, 2026-10-28, 13:00, 14:00",
    })
    void staysAtNineWhenClocksChange(String zone, String day, String before, String after) {
        List<String> starts = starts(inZone(ZoneId.of(zone)), at(day + "T09:00"), every("FREQ=WEEKLY;COUNT=2"));

        assertThat(starts).first().asString().endsWith("T" + before + ":00Z");
        assertThat(starts).last().asString().endsWith("T" + after + ":00Z");
    }
}
