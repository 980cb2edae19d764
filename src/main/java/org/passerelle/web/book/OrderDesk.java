package org.passerelle.web.book;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.BookingRooms;
import org.passerelle.booking.deputy.Booker;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.RequestKey;
import org.passerelle.booking.refusal.EmptySchedule;
import org.passerelle.booking.refusal.IllegalRooms;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.waitlist.Waitlist;
import org.passerelle.waitlist.WaitlistJoin;
import org.springframework.stereotype.Component;

/** Takes orders from pages: what cannot be booked is told in words at the field that people can change. */
@Component
public class OrderDesk {

    private final BookingRooms booking;
    private final Waitlist waitlist;
    private final Refusals refusals;
    private final Proposals proposals;

    OrderDesk(BookingRooms booking, Waitlist waitlist, Refusals refusals, Proposals proposals) {
        this.booking = booking;
        this.waitlist = waitlist;
        this.refusals = refusals;
        this.proposals = proposals;
    }

    /**
     * Books, once for each key however often it is sent. Empty when there are complaints.
     *
     * @param key of the form, by which a second press of its button is known
     * @param asked all that the form says; the same key with something else is refused
     */
    public Optional<Booking> place(
            Person person, BookingOrder order, String key, String asked, Complaints complaints, Locale locale) {
        return place(Booker.self(person), order, key, asked, complaints, locale);
    }

    /** As {@link #place(Person, BookingOrder, String, String, Complaints, Locale)}, perhaps in the name of somebody else. */
    Optional<Booking> place(
            Booker booker, BookingOrder order, String key, String asked, Complaints complaints, Locale locale) {
        Person person = booker.principal();
        String digest =
                UUID.nameUUIDFromBytes(asked.getBytes(StandardCharsets.UTF_8)).toString();
        try {
            BookingResult result = booking.book(
                    booker,
                    order,
                    Optional.empty(),
                    RequestKey.repeatable(booker.actor().id(), "page:" + key, digest));
            if (result instanceof BookingResult.Done done) {
                return Optional.of(done.booking());
            }
            if (result instanceof BookingResult.DoneBefore before) {
                return Optional.of(before.booking());
            }
            List<Reason> reasons = result instanceof BookingResult.Refused refused ? refused.reasons() : List.of();
            refusals.offerOverrides(booker.actor(), order.rooms(), order.override(), reasons, complaints, locale);
            if (result instanceof BookingResult.Occupied occupied) {
                complaints.takenRooms(proposals.to(person, order, Optional.empty(), occupied.conflicts(), locale));
                refusals.tell(occupied.conflicts(), order.schedule().zone(), complaints, locale);
            } else if (result instanceof BookingResult.Refused refused) {
                complaints.propose(proposals.toRefused(person, order, Optional.empty(), refused.reasons(), locale));
                refusals.tell(refused, complaints, locale);
            } else {
                complaints.add("key", "book.error.key");
            }
        } catch (IllegalRooms e) {
            complaints.add("rooms", "book.error.same-rooms");
        } catch (EmptySchedule e) {
            complaints.add("repeat", "book.error.no-date");
        }
        return Optional.empty();
    }

    /** What a page says has been done: that it is booked, or that it waits for a manager. */
    public static String done(Booking made) {
        return done(made, "made");
    }

    /** {@code done}, unless the booking waits for a manager: then nothing else is told, lest it be taken for settled. */
    public static String done(Booking booking, String done) {
        boolean isDateAskedFor = booking.asking()
                .flatMap(date -> date.openRequest().stream())
                .anyMatch(move -> move.asked().equals(booking.status().changed()));
        String of = isDateAskedFor ? "asked-date" : done;
        return booking.state() == BookingState.REQUESTED ? "asked" : of;
    }

    /** Whether {@code person} waits for the rooms now; otherwise there are complaints. */
    public boolean hasJoined(Person person, BookingOrder order, String key, Complaints complaints, Locale locale) {
        try {
            WaitlistJoin result = waitlist.join(person, order, Optional.empty(), Optional.of("page:" + key));
            if (result instanceof WaitlistJoin.Refused refused) {
                refusals.tell(new BookingResult.Refused(refused.reasons()), complaints, locale);
                return false;
            }
            return true;
        } catch (IllegalRooms e) {
            complaints.add("rooms", "book.error.same-rooms");
        } catch (EmptySchedule e) {
            complaints.add("repeat", "book.error.no-date");
        }
        return false;
    }
}
