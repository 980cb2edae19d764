package org.passerelle.notification;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.passerelle.account.Accounts;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.directory.Directories;
import org.passerelle.notification.choice.ChosenMails;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.OwedNotification;
import org.passerelle.roomagent.BookingFollower;
import org.passerelle.waitlist.Waitlist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Finds out what is still to be told of what is owed, by the booking and the choices of its reader as they are now. */
@Component
class NotificationDrafts {

    private final RecentBookings recent;
    private final ChosenMails chosen;
    private final Predicate<BookingId> isAnsweredByRoom;
    private final BiPredicate<PersonId, BookingId> isOffered;
    private final Accounts accounts;
    private final Directories directories;
    private final Clock clock;

    @Autowired
    NotificationDrafts(
            RecentBookings recent,
            ChosenMails chosen,
            BookingFollower roomAnswers,
            Waitlist waitlist,
            Accounts accounts,
            Directories directories,
            Clock clock) {
        this(recent, chosen, roomAnswers::follows, waitlist::isOffered, accounts, directories, clock);
    }

    NotificationDrafts(
            RecentBookings recent,
            ChosenMails chosen,
            Predicate<BookingId> isAnsweredByRoom,
            BiPredicate<PersonId, BookingId> isOffered,
            Accounts accounts,
            Directories directories,
            Clock clock) {
        this.recent = recent;
        this.chosen = chosen;
        this.isAnsweredByRoom = isAnsweredByRoom;
        this.isOffered = isOffered;
        this.accounts = accounts;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * Empty if nothing is.
     *
     * @param owed to the person of {@code notification} in its strand, in the order of the changes
     */
    Optional<NotificationDraft> of(BookingNotification notification, List<OwedNotification> owed) {
        Optional<Person> person = person(notification.to());
        Optional<Booking> booking = recent.find(notification.booking()).filter(found -> person.isPresent());
        return booking.flatMap(
                        found -> NotificationSelection.of(found, owed, chosen.of(notification.to()), clock.instant())
                                .map(selected -> new NotificationDraft(found, selected, person.orElseThrow())))
                .filter(draft -> !isToldOtherwise(draft));
    }

    private Optional<Person> person(PersonId id) {
        return id instanceof OutsiderId outsider
                ? Optional.of(Person.outsider(outsider.address(), ""))
                : accounts.person(id);
    }

    /**
     * Rooms read no mail of ours, and what anybody holds for themselves is no offer; whoever invited a room by mail has its answers, and whoever is
     * invited the invitation.
     */
    private boolean isToldOtherwise(NotificationDraft draft) {
        boolean isRoom = directories
                .current()
                .roomAddressedAs(draft.person().email().value())
                .isPresent();
        BookingId booking = draft.booking().id();
        return isRoom
                || switch (draft.notification().kind().strand()) {
                    case NEWS -> isAnsweredByRoom.test(booking) || isInvited(draft);
                    case REMINDERS -> isAnsweredByRoom.test(booking);
                    case REQUESTS, QUESTIONS, RESCUES, ORDERS -> false;
                    case OFFERS -> !isOffered.test(draft.person().id(), booking);
                };
    }

    /** An invitation is in their calendar, and tells them of changes like the others; what was said with it it does not tell. */
    private static boolean isInvited(NotificationDraft draft) {
        boolean isToldToAll = switch (draft.notification().kind()) {
            case CONFIRMATION -> true;
            case CHANGED, CANCELLED -> draft.notification().message().isBlank();
            default -> false;
        };
        return isToldToAll
                && draft.booking().content().attendees().stream()
                        .anyMatch(attendee ->
                                attendee.email().equals(draft.person().email()));
    }
}
