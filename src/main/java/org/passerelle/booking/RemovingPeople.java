package org.passerelle.booking;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.AccountRefusal;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingIsStale;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.refusal.UnknownBooking;
import org.springframework.stereotype.Component;

/** Ends somebody's account, and sees to it that none of their bookings is left without anybody who looks after it. */
@Component
public class RemovingPeople {

    private static final int MOST_TRIES = 5;

    private final Accounts accounts;
    private final AccountRegister register;
    private final ReadingBookings reading;
    private final CancellingBookings cancelling;
    private final HandingOver handingOver;
    private final Clock clock;

    RemovingPeople(
            Accounts accounts,
            AccountRegister register,
            ReadingBookings reading,
            CancellingBookings cancelling,
            HandingOver handingOver,
            Clock clock) {
        this.accounts = accounts;
        this.register = register;
        this.reading = reading;
        this.cancelling = cancelling;
        this.handingOver = handingOver;
        this.clock = clock;
    }

    /** What becomes of the bookings ahead. */
    public sealed interface BookingsAhead {

        /** They are cancelled. */
        record Cancel() implements BookingsAhead {}

        /** Somebody of the same organisation gets them; holds are given up. */
        record HandOver(Person to) implements BookingsAhead {}

        /** Nobody has said, so there must be none. */
        record Unsaid() implements BookingsAhead {}
    }

    /** How it ended. */
    public sealed interface RemovalOutcome {

        /** The account has ended, or there was none. */
        record Removed() implements RemovalOutcome {}

        /**
         * The account is as it was.
         *
         * @param count bookings ahead of which something must be said, or that could not be handed over
         */
        record HasBookings(int count) implements RemovalOutcome {}

        /** The account is as it was. */
        record Refused(AccountRefusal why) implements RemovalOutcome {}
    }

    /** @param by who administers the network */
    public RemovalOutcome remove(Person by, EmailAddress address, BookingsAhead ahead) {
        Optional<Person> leaving = accounts.person(address);
        if (leaving.isEmpty()) {
            return new RemovalOutcome.Removed();
        }
        if (isLastAdministrator(leaving.get())) {
            return new RemovalOutcome.Refused(AccountRefusal.LAST_ADMINISTRATOR);
        }
        int left = refused(leaving.get(), ahead);
        if (left == 0) {
            left = dealtWith(by, leaving.get(), ahead);
        }
        if (left > 0) {
            return new RemovalOutcome.HasBookings(left);
        }
        Optional<AccountRefusal> refusal = register.removePerson(address);
        if (refusal.isPresent()) {
            return new RemovalOutcome.Refused(refusal.get());
        }
        // What they booked meanwhile is the last that they could.
        dealtWith(by, leaving.get(), ahead);
        return new RemovalOutcome.Removed();
    }

    /**
     * Looked at before anything is called off or handed over, which a refusal would not bring back. The register itself refuses
     * whoever has become the last one meanwhile.
     */
    private boolean isLastAdministrator(Person leaving) {
        return leaving.administersTheNetwork()
                && register.people().stream()
                        .filter(Person::administersTheNetwork)
                        .allMatch(each -> each.id().equals(leaving.id()));
    }

    /** How many bookings could not be handed over, told before any of them is. */
    private int refused(Person leaving, BookingsAhead ahead) {
        return ahead instanceof BookingsAhead.HandOver handOver
                ? (int) reading.madeBy(leaving.id(), clock.instant()).stream()
                        .filter(booking -> booking.state() != BookingState.HELD
                                && handingOver.objection(booking, handOver.to()).isPresent())
                        .count()
                : 0;
    }

    /** How many bookings are left. */
    private int dealtWith(Person by, Person leaving, BookingsAhead ahead) {
        List<Booking> bookings = reading.madeBy(leaving.id(), clock.instant());
        return (int) bookings.stream()
                .filter(booking -> !isDealtWith(by, leaving, booking, ahead))
                .count();
    }

    /** What has gone to somebody else meanwhile is theirs, and needs nothing. */
    private boolean isDealtWith(Person by, Person leaving, Booking seen, BookingsAhead ahead) {
        if (ahead instanceof BookingsAhead.Unsaid) {
            return false;
        }
        Optional<Booking> booking = Optional.of(seen);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (booking.filter(each -> isOf(leaving, each)).isEmpty()) {
                return true;
            }
            try {
                return isDone(by, leaving, booking.get(), ahead);
            } catch (BookingIsStale | UnknownBooking | NotYourBooking changedMeanwhile) {
                booking = reading.find(seen.id());
            }
        }
        return false;
    }

    private static boolean isOf(Person leaving, Booking booking) {
        return booking.owner().organiser().equals(leaving.id());
    }

    private boolean isDone(Person by, Person leaving, Booking booking, BookingsAhead ahead) {
        if (ahead instanceof BookingsAhead.HandOver handOver && booking.state() != BookingState.HELD) {
            return HandingOver.mayTake(handOver.to(), booking.owner())
                    && handingOver.handOver(by, booking.id(), leaving.id(), handOver.to())
                            instanceof BookingResult.Done;
        }
        return cancelling.cancel(by, booking.id(), Optional.of(booking.version())) instanceof BookingResult.Done;
    }
}
