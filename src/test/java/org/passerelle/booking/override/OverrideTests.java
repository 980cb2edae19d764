package org.passerelle.booking.override;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.every;
import static org.passerelle.booking.Orders.forPeople;
import static org.passerelle.booking.Orders.inRooms;
import static org.passerelle.booking.Orders.lasting;
import static org.passerelle.booking.Orders.renamed;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.ADMINISTRATOR;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.LAB;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.SUITE;
import static org.passerelle.booking.override.OverridableRule.CLOSURES;
import static org.passerelle.booking.override.OverridableRule.HOURS;
import static org.passerelle.booking.override.OverridableRule.LENGTHS;
import static org.passerelle.booking.override.OverridableRule.NOTICE;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.OnEmbeddedStore;
import org.passerelle.booking.changelog.Actor;
import org.passerelle.booking.changelog.FieldChange;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.booking.changelog.LoggedChanges;
import org.passerelle.booking.deputy.Booker;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.booking.model.RequestKey;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;

/** Rules that managers set aside at their own sites: said in so many words, by them alone, and on record. */
class OverrideTests extends OnEmbeddedStore {

    /** A Wednesday, an hour after the rooms have closed. */
    private static final String LATE = "2026-04-01T21:00";

    private static final String HOLIDAY = "2026-05-08T09:00";

    private BookingDesk desk;

    @BeforeEach
    void open() {
        desk = new BookingDesk(MongoBookingsWiring.over(template()));
    }

    private static UnaryOperator<BookingOrder> against(OverridableRule... rules) {
        return order -> order.overriding(Set.of(rules));
    }

    private static List<OverridableRule> overridden(Booking booking) {
        return booking.status().overrides().stream().map(RuleOverride::rule).toList();
    }

    @Test
    void areSaidAndNeverImplied() {
        assertRefused(desk.book(MANAGER, changed(anOrder(SEINE), at(LATE))), ReasonCode.OUTSIDE_OPENING_HOURS);
        assertRefused(
                desk.book(MANAGER, changed(anOrder(SEINE), at(LATE), against(NOTICE, LENGTHS, CLOSURES))),
                ReasonCode.OUTSIDE_OPENING_HOURS);

        Booking booked = done(desk.book(MANAGER, changed(anOrder(SEINE), at(LATE), against(HOURS))));

        assertThat(booked.status().overrides())
                .containsExactly(new RuleOverride(HOURS, MANAGER.id(), desk.clock.instant()));
        assertThat(desk.stored(booked).status().overrides())
                .isEqualTo(booked.status().overrides());
    }

    @Test
    void areOnRecordWhereTheRuleWasBrokenAndNowhereElse() {
        assertThat(overridden(done(
                        desk.book(MANAGER, changed(anOrder(SEINE), at(HOLIDAY), against(OverridableRule.values()))))))
                .containsExactly(CLOSURES);
        assertThat(overridden(done(desk.book(MANAGER, changed(anOrder(ALMONT), against(OverridableRule.values()))))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void areOfManagersOfAllRoomsWhateverTheRule(OverridableRule rule) {
        assertRefused(desk.book(CAMILLE, changed(anOrder(SEINE), against(rule))), ReasonCode.NOT_ALLOWED);
        assertRefused(
                desk.book(MANAGER, changed(anOrder(SEINE), inRooms(SEINE, SUITE), against(rule))),
                ReasonCode.NOT_ALLOWED);
        done(desk.book(
                ADMINISTRATOR, changed(anOrder(SEINE), inRooms(SEINE, SUITE), at("2026-04-01T15:00"), against(rule))));
    }

    @Test
    void lookAtWhoBooksAndNotForWhom() {
        BookingOrder late = changed(anOrder(SEINE), at(LATE), against(HOURS));
        BookingResult forCamille =
                desk.booking.book(new Booker(MANAGER, CAMILLE), late, Optional.empty(), RequestKey.once("digest"));
        BookingResult forTheManager =
                desk.booking.book(new Booker(CAMILLE, MANAGER), late, Optional.empty(), RequestKey.once("digest"));

        assertThat(done(forCamille).status().overrides())
                .containsExactly(new RuleOverride(HOURS, MANAGER.id(), desk.clock.instant()));
        assertRefused(forTheManager, ReasonCode.NOT_ALLOWED);
    }

    @Test
    void giveNobodyARoomThatIsTakenOrTooSmallNorATimeThatIsOver() {
        UnaryOperator<BookingOrder> all = against(OverridableRule.values());
        desk.booked(CAMILLE, anOrder(SEINE));

        assertThat(desk.book(MANAGER, changed(anOrder(SEINE), all))).isInstanceOf(BookingResult.Occupied.class);
        assertRefused(desk.book(MANAGER, changed(anOrder(ALMONT), forPeople(500), all)), ReasonCode.OVER_CAPACITY);
        assertRefused(
                desk.book(MANAGER, changed(anOrder(ALMONT), at("2026-03-20T09:00"), all)), ReasonCode.IN_THE_PAST);
    }

    @Test
    void areOfNoticeAndLengthsToo() {
        desk.clock.advance(Duration.between(desk.clock.instant(), Instant.parse("2026-04-01T06:30:00Z")));
        assertRefused(desk.book(MANAGER, anOrder(LAB)), ReasonCode.TOO_SOON);

        Booking soon = done(desk.book(MANAGER, changed(anOrder(LAB), lasting("PT1M"), against(NOTICE, LENGTHS))));

        assertThat(overridden(soon)).containsExactly(NOTICE, LENGTHS);
    }

    @Test
    void ofASeriesAreThoseOfItsDates() {
        Booking series = done(desk.book(
                MANAGER,
                changed(anOrder(SEINE), at("2026-05-01T09:00"), every("FREQ=WEEKLY;COUNT=3"), against(CLOSURES))));

        assertThat(series.occurrences()).hasSize(3);
        assertThat(overridden(series)).containsExactly(CLOSURES);
    }

    @Test
    void areNotJudgedAgainByWhatAnEditDoesNotTouch() {
        Booking late = done(desk.booking.book(
                new Booker(MANAGER, CAMILLE),
                changed(anOrder(SEINE), at(LATE), lasting("PT2H"), against(HOURS)),
                Optional.empty(),
                RequestKey.once("digest")));

        done(desk.change(late, CAMILLE, renamed("Autre")));
        Booking shorter = done(desk.change(late, CAMILLE, lasting("PT1H")));

        assertThat(shorter.status().overrides()).isEqualTo(late.status().overrides());
        assertRefused(desk.change(late, CAMILLE, at("2026-04-01T22:00")), ReasonCode.OUTSIDE_OPENING_HOURS);
        assertRefused(
                desk.change(
                        late,
                        CAMILLE,
                        order -> at("2026-04-01T22:00").apply(order).overriding(Set.of(HOURS))),
                ReasonCode.NOT_ALLOWED);
        assertRefused(desk.change(late, MANAGER, at("2026-04-01T22:00")), ReasonCode.OUTSIDE_OPENING_HOURS);
        done(desk.change(
                late, MANAGER, order -> at("2026-04-01T22:00").apply(order).overriding(Set.of(HOURS))));
    }

    @Test
    void areOfOneDateOfASeries() {
        Booking series = desk.booked(CAMILLE, anOrder(SEINE), every("FREQ=WEEKLY;COUNT=3"));
        Instant second = series.occurrences().get(1).recurrenceId();
        OccurrenceEdit late = new OccurrenceEdit(
                Optional.of(Instant.parse("2026-04-08T19:00:00Z")), Optional.empty(), Optional.empty(), Set.of(HOURS));

        assertRefused(
                desk.changingOne.change(CAMILLE, series.id(), second, Optional.empty(), late), ReasonCode.NOT_ALLOWED);
        Booking moved = done(desk.changingOne.change(MANAGER, series.id(), second, Optional.empty(), late));

        assertThat(overridden(moved)).containsExactly(HOURS);
    }

    @Test
    void aHoldKeepsThemWhenItIsConfirmed() {
        Booking held =
                done(desk.hold(MANAGER, changed(anOrder(SEINE), at(LATE), against(HOURS)), Duration.ofMinutes(10)));

        Booking confirmed = done(desk.holding.confirm(MANAGER, held.id(), Optional.empty()));

        assertThat(confirmed.state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(overridden(confirmed)).containsExactly(HOURS);
    }

    @Test
    void areInTheChangeLogOfWhatIsNewAndOfWhatIsChanged() {
        Booking before = desk.booked(MANAGER, anOrder(SEINE));
        Booking after = done(desk.change(
                before, MANAGER, order -> at(LATE).apply(order).overriding(EnumSet.allOf(OverridableRule.class))));

        assertThat(fields(LoggedChanges.of(List.of(), List.of(after), 2, desk.clock.instant(), Actor.current())))
                .containsExactly("HOURS");
        assertThat(fields(LoggedChanges.of(List.of(before), List.of(after), 2, desk.clock.instant(), Actor.current())))
                .containsExactly("HOURS");
        assertThat(fields(LoggedChanges.of(List.of(), List.of(before), 1, desk.clock.instant(), Actor.current())))
                .isEmpty();
    }

    private static List<String> fields(List<LoggedChange> changes) {
        return changes.stream()
                .flatMap(change -> change.fields().stream())
                .filter(field -> field.field() == FieldChange.Field.OVERRIDES)
                .flatMap(field -> field.after().stream())
                .toList();
    }

    @Test
    void nameNoRuleThatIsNobodysToWaive() {
        assertThat(Arrays.stream(ReasonCode.values())
                        .filter(code -> OverridableRule.of(code).isPresent()))
                .containsExactlyInAnyOrder(
                        ReasonCode.OUTSIDE_OPENING_HOURS,
                        ReasonCode.SITE_CLOSED,
                        ReasonCode.TOO_SOON,
                        ReasonCode.TOO_FAR_AHEAD,
                        ReasonCode.TOO_SHORT,
                        ReasonCode.TOO_LONG);
    }
}
