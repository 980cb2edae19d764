package org.passerelle.api;

import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingOrder;
import org.passerelle.booking.Conflict;
import org.passerelle.booking.Reason;

/** A booking was not made or not changed; carries what the problem document says of it. */
public final class BookingRefusal {

    private BookingRefusal() {}

    /** Who asked for what. */
    public record Attempt(Person booker, BookingOrder order) {}

    /** Rooms are taken. Answered with 409. */
    public static final class Occupied extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient List<Conflict> conflicts;
        private final boolean isSeries;
        private final transient Optional<Attempt> attempt;
        private final boolean isExtension;

        /** @param isSeries whether to say which date of the series each conflict is about */
        public Occupied(List<Conflict> conflicts, boolean isSeries) {
            this(conflicts, isSeries, Optional.empty(), false);
        }

        private Occupied(List<Conflict> conflicts, boolean isSeries, Optional<Attempt> attempt, boolean isExtension) {
            super("Occupied");
            this.isExtension = isExtension;
            this.conflicts = List.copyOf(conflicts);
            this.isSeries = isSeries;
            this.attempt = attempt;
        }

        /** The same, with what was asked for, so that alternatives can be told. */
        public Occupied when(Person booker, BookingOrder order) {
            return new Occupied(conflicts, isSeries, Optional.of(new Attempt(booker, order)), false);
        }

        /** The same, where somebody wished to stay on in their rooms; {@code rest} is what is missing. */
        public Occupied whenStaying(Person booker, BookingOrder rest) {
            return new Occupied(conflicts, isSeries, Optional.of(new Attempt(booker, rest)), true);
        }

        public boolean isExtension() {
            return isExtension;
        }

        public Optional<Attempt> attempt() {
            return attempt;
        }

        public List<Conflict> conflicts() {
            return conflicts;
        }

        public boolean isSeries() {
            return isSeries;
        }
    }

    /** Rules forbid it. Answered with 422. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient List<Reason> reasons;
        private final transient Optional<Attempt> attempt;

        public Refused(List<Reason> reasons) {
            this(reasons, Optional.empty());
        }

        private Refused(List<Reason> reasons, Optional<Attempt> attempt) {
            super("Refused");
            this.reasons = List.copyOf(reasons);
            this.attempt = attempt;
        }

        /** The same, with what was asked for, so that larger rooms can be told. */
        public Refused when(Person booker, BookingOrder order) {
            return new Refused(reasons, Optional.of(new Attempt(booker, order)));
        }

        public Optional<Attempt> attempt() {
            return attempt;
        }

        public List<Reason> reasons() {
            return reasons;
        }
    }
}
