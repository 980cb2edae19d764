package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.changed;
import static org.passerelle.booking.Orders.lasting;
import static org.passerelle.booking.Outcomes.assertRefused;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.People.ROSE;
import static org.passerelle.booking.Rooms.COUNCIL;
import static org.passerelle.booking.Rooms.SEINE;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.account.DeputyRights;
import org.passerelle.account.Person;
import org.passerelle.booking.deputy.Booker;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.model.RequestKey;
import org.passerelle.booking.refusal.ReasonCode;

/** What deputies do is judged as if those did it for whom they stand in, whatever they may do for themselves. */
public interface DeputyContract {

    BookingDesk desk();

    private static Person deputyOf(Person principal, Person deputy) {
        return deputy.deputising(new DeputyRights(Set.of(principal.id()), Set.of(), Set.of(), Set.of()));
    }

    private BookingResult bookFor(Person principal, Person deputy, BookingOrder order) {
        return desk().booking
                .book(
                        new Booker(deputyOf(principal, deputy), principal),
                        order,
                        Optional.empty(),
                        RequestKey.once("digest"));
    }

    @Test
    default void whatIsBookedForSomebodyIsStoredAsTheirsWithWhoDidIt() {
        Booking booked = done(bookFor(CAMILLE, LOUIS, anOrder(SEINE)));

        assertThat(desk().stored(booked).owner()).isEqualTo(Owner.of(CAMILLE).bookedBy(LOUIS.id()));
        assertThat(desk().stored(desk().booked(LOUIS, anOrder(SEINE), at("2026-04-02T09:00")))
                        .owner())
                .isEqualTo(Owner.of(LOUIS));
    }

    @Test
    default void theManagerWhoBooksForSomebodyNeedsTheAgreementThatOneNeeds() {
        assertThat(done(bookFor(CAMILLE, MANAGER, anOrder(COUNCIL))).state()).isEqualTo(BookingState.REQUESTED);
    }

    @Test
    default void aHoldForSomebodyBecomesWhatItWouldBeForThem() {
        Booking held = done(desk().booking
                .book(
                        new Booker(deputyOf(CAMILLE, LOUIS), CAMILLE),
                        anOrder(COUNCIL),
                        Optional.of(Duration.ofMinutes(10)),
                        RequestKey.once("digest")));

        Booking confirmed = done(desk().holding.confirm(deputyOf(CAMILLE, LOUIS), held.id(), Optional.empty()));

        assertThat(confirmed.state()).isEqualTo(BookingState.REQUESTED);
    }

    @Test
    default void theQuotaOfThePrincipalCounts() {
        assertRefused(bookFor(ROSE, NADIA, changed(anOrder(SEINE), lasting("PT10H30M"))), ReasonCode.QUOTA_EXCEEDED);
    }

    @Test
    default void whoeverStandsInForNobodyIsRefused() {
        Booking booked = done(bookFor(CAMILLE, LOUIS, anOrder(SEINE)));

        assertThatThrownBy(() -> desk().cancel(booked, LOUIS)).isInstanceOf(NotYourBooking.class);
        assertThat(done(desk().cancel(booked, deputyOf(CAMILLE, LOUIS))).state())
                .isEqualTo(BookingState.CANCELLED);
    }

    @Test
    default void aDeputyAnswersWhatIsAskedAboutARequest() {
        Booking asked = desk().booked(CAMILLE, anOrder(COUNCIL));
        done(desk().approving.ask(MANAGER, asked.id(), "How many?", Optional.empty()));

        assertThatThrownBy(() -> desk().approving.answer(LOUIS, asked.id(), "Six", Optional.empty()))
                .isInstanceOf(NotYourBooking.class);
        done(desk().approving.answer(deputyOf(CAMILLE, LOUIS), asked.id(), "Six", Optional.empty()));

        assertThat(desk().stored(asked).status().request().lastSaid()).isEqualTo("Six");
    }
}
