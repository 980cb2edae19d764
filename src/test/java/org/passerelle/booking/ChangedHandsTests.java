package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Outcomes.done;
import static org.passerelle.booking.People.ADMINISTRATOR;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.SEINE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.Person;
import org.passerelle.booking.RemovingPeople.BookingsAhead;
import org.passerelle.booking.RemovingPeople.RemovalOutcome;
import org.passerelle.booking.absence.AbsenceWish;
import org.passerelle.booking.absence.AbsentBooking;
import org.passerelle.booking.absence.BookingsOfAbsenteesWiring;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.time.Interval;

/** Of the bookings of somebody who leaves or is away, one becomes somebody else's in the moment after they were read. */
class ChangedHandsTests extends OnEmbeddedStore {

    private static final Interval APRIL =
            Interval.of(Instant.parse("2026-04-01T00:00:00Z"), Instant.parse("2026-05-01T00:00:00Z"));

    private BookingDesk desk;
    private Booking first;
    private Booking second;
    private ReadingBookings reading;

    @BeforeEach
    void book() {
        desk = new BookingDesk(MongoBookingsWiring.over(template()));
        first = desk.booked(CAMILLE, anOrder(SEINE));
        second = desk.booked(CAMILLE, anOrder(ALMONT), at("2026-04-02T09:00"));
        reading = spy(desk.reading);
        doAnswer(read -> {
                    Object seen = read.callRealMethod();
                    if (desk.stored(first).owner().organiser().equals(CAMILLE.id())) {
                        done(desk.handing.handOver(CAMILLE, first.id(), LOUIS));
                    }
                    return seen;
                })
                .when(reading)
                .madeBy(any(), any());
    }

    private RemovalOutcome remove(Person by, BookingsAhead ahead) {
        AccountRegister register = mock(AccountRegister.class);
        when(register.people()).thenReturn(List.of(CAMILLE, LOUIS, ADMINISTRATOR));
        when(register.removePerson(any())).thenReturn(Optional.empty());
        return new RemovingPeople(People.accounts(), register, reading, desk.cancelling, desk.handing, desk.clock)
                .remove(by, CAMILLE.email(), ahead);
    }

    private void assertThatTheFirstIsLeftToLouis() {
        assertThat(desk.stored(first).owner().organiser()).isEqualTo(LOUIS.id());
        assertThat(desk.stored(first).state()).isEqualTo(BookingState.CONFIRMED);
    }

    @Test
    void whoLeavesByThemselvesHasTheOthersCalledOff() {
        assertThat(remove(CAMILLE, new BookingsAhead.Cancel())).isInstanceOf(RemovalOutcome.Removed.class);

        assertThatTheFirstIsLeftToLouis();
        assertThat(desk.stored(second).state()).isEqualTo(BookingState.CANCELLED);
    }

    @Test
    void anAdministratorCallsOffNothingOfWhomItWentTo() {
        assertThat(remove(ADMINISTRATOR, new BookingsAhead.Cancel())).isInstanceOf(RemovalOutcome.Removed.class);

        assertThatTheFirstIsLeftToLouis();
        assertThat(desk.stored(second).state()).isEqualTo(BookingState.CANCELLED);
    }

    @Test
    void whoIsAwayHasTheOthersCalledOff() {
        List<AbsentBooking> treated =
                BookingsOfAbsenteesWiring.absentees(reading, desk).treat(CAMILLE, APRIL, new AbsenceWish.CallOff());

        assertThat(treated)
                .filteredOn(each -> !each.refusals().isEmpty())
                .singleElement()
                .satisfies(each -> assertThat(each.booking().id()).isEqualTo(first.id()));
        assertThatTheFirstIsLeftToLouis();
        assertThat(desk.stored(second).state()).isEqualTo(BookingState.CANCELLED);
    }
}
