package org.passerelle.booking.caps;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.BookingCaps;

/** The caps that hold for one holder. */
public record CapLimit(CapHolder holder, BookingCaps.Cap cap) {

    private static final String RATE = "bookings-an-hour";

    /** Those that a booking of {@code owner} has to keep; {@code person} is the organiser, if known. */
    public static List<CapLimit> of(Owner owner, Optional<Person> person, BookingCaps caps) {
        boolean manages = person.map(Person::role)
                .filter(role -> role == Role.SITE_MANAGER || role == Role.NETWORK_ADMINISTRATOR)
                .isPresent();
        return CapHolder.of(CapHolder.named(owner))
                .map(holder -> new CapLimit(
                        holder,
                        holder.kind() == CapHolder.HolderKind.ORGANISATION
                                ? caps.of(holder.id())
                                : manages ? caps.manager() : caps.person()))
                .toList();
    }

    /** @param earliest when the first of the holds lapses */
    public Reason tooManyHolds(Instant now, Instant earliest) {
        return exceeded("holds", cap.holds(), wait(now, earliest).toString());
    }

    /** @param free the first day on which one of them no longer counts */
    Reason tooManyBookings(LocalDate free) {
        return exceeded("open-bookings", cap.openBookings(), free.toString());
    }

    Reason tooManyClaims(LocalDate free) {
        return exceeded("claims-ahead", cap.claimsAhead() / 12, free.toString());
    }

    Reason tooFast(Instant now, Instant next) {
        return exceeded(RATE, cap.bookingsAnHour(), wait(now, next).toString());
    }

    private Reason exceeded(String which, int limit, String frees) {
        return Reason.of(
                ReasonCode.QUOTA_EXCEEDED,
                which + "." + holder.kind().name().toLowerCase(Locale.ROOT),
                Integer.toString(limit),
                frees);
    }

    /** In whole minutes, rounded up, for people. */
    private static Duration wait(Instant now, Instant then) {
        long seconds = Math.max(1, Duration.between(now, then).toSeconds());
        return Duration.ofMinutes((seconds + 59) / 60);
    }

    /** How long to wait before the next booking, if that is what {@code reason} is about. */
    public static Stream<Duration> retryAfter(Reason reason) {
        return reason.code() == ReasonCode.QUOTA_EXCEEDED
                        && reason.details().size() == 3
                        && reason.details().get(0).startsWith(RATE)
                ? Stream.of(Duration.parse(reason.details().get(2)))
                : Stream.empty();
    }
}
