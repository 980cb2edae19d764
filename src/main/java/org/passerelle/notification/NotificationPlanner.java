package org.passerelle.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.booking.changelog.ChangeType;
import org.passerelle.booking.changelog.DateChange;
import org.passerelle.booking.changelog.FieldChange;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.NotificationKind;
import org.passerelle.platform.work.CorrelationId.Door;
import org.passerelle.waitlist.Waitlist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Works out who is to be told of a change: whoever booked, of what somebody else did, and of their own booking once, to have
 * it in their calendar; and who decides, of a request. Whoever did it is told nothing else of it.
 */
@Component
class NotificationPlanner {

    private final SiteManagers managers;
    private final ChangeLog log;
    private final BooleanSupplier someoneWaits;

    @Autowired
    NotificationPlanner(SiteManagers managers, ChangeLog log, Waitlist waitlist) {
        this(managers, log, waitlist::isInUse);
    }

    /** @param someoneWaits for rooms, so that a hold may be an offer */
    NotificationPlanner(SiteManagers managers, ChangeLog log, BooleanSupplier someoneWaits) {
        this.managers = managers;
        this.log = log;
        this.someoneWaits = someoneWaits;
    }

    /** @param booking as it is now */
    List<BookingNotification> of(ChangeLog.Entry entry, Booking booking) {
        LoggedChange change = entry.change();
        PersonId owner = booking.owner().organiser();
        List<BookingNotification> notifications = new ArrayList<>();
        Optional<NotificationKind> kind = change.type() == ChangeType.HELD
                ? Optional.of(NotificationKind.OFFERED).filter(offer -> someoneWaits.getAsBoolean())
                : kind(change, isBy(owner, change));
        kind.ifPresent(found -> notifications.add(notification(entry, owner, found)));
        deciding(change)
                .ifPresent(found -> managers.of(booking).stream()
                        .map(Person::id)
                        .filter(person -> !person.equals(owner) && !isBy(person, change))
                        .forEach(person -> notifications.add(notification(entry, person, found))));
        orders(entry, booking, notifications);
        return notifications;
    }

    /** What whoever decides is told. */
    private static Optional<NotificationKind> deciding(LoggedChange change) {
        return switch (change.type()) {
            case REQUESTED -> Optional.of(isOfMoves(change) ? NotificationKind.DECIDE_MOVE : NotificationKind.DECIDE);
            case ANSWERED -> Optional.of(NotificationKind.ANSWERED);
            default -> Optional.empty();
        };
    }

    /** What a site has to bring or to furnish is told it once the booking is agreed, and again when something of it changes. */
    private void orders(ChangeLog.Entry entry, Booking booking, List<BookingNotification> notifications) {
        LoggedChange change = entry.change();
        boolean isOff = OrderChanges.endAll(change);
        if (isOff || booking.state() == BookingState.CONFIRMED && OrderChanges.concern(change)) {
            NotificationKind kind = isOff ? NotificationKind.ORDER_CANCELLED : NotificationKind.ORDERED;
            List<PersonId> told = managers.toldOfOrders(booking, change).stream()
                    .filter(person -> !isBy(person, change))
                    .toList();
            if (!told.isEmpty() && (!isOff || wasAgreed(entry, booking))) {
                told.forEach(person -> notifications.add(notification(entry, person, kind)));
            }
        }
    }

    /** Whether the site was told of it before: of a request that never was agreed to it knows nothing that could be off. */
    private boolean wasAgreed(ChangeLog.Entry end, Booking booking) {
        return log.of(booking).stream()
                .filter(entry -> entry.position() < end.position())
                .anyMatch(entry -> entry.change().type() == ChangeType.CREATED
                        || entry.change().type() == ChangeType.APPROVED);
    }

    /** Whether it is about what is asked for in the place of dates of a booking that stands. */
    private static boolean isOfMoves(LoggedChange change) {
        return switch (change.type()) {
            case REQUESTED -> change.dates().stream().anyMatch(DateChange::isAskedFor);
            case APPROVED, DECLINED, LAPSED -> change.dates().stream().anyMatch(DateChange::isAnswered);
            default -> false;
        };
    }

    private static boolean isBy(PersonId person, LoggedChange change) {
        return change.actor().person().filter(who -> who.names(person)).isPresent();
    }

    /** What whoever booked is told. */
    private static Optional<NotificationKind> kind(LoggedChange change, boolean isOwn) {
        boolean isNew = change.fields().isEmpty() && change.dates().isEmpty();
        if (isOwn) {
            boolean isBooked = change.type() == ChangeType.CREATED || change.type() == ChangeType.REQUESTED && isNew;
            // What is cut off a series was confirmed with the series.
            boolean isCutOff = change.booking().part() > 0;
            return isBooked && !isCutOff && isConfirmed(change.actor().door())
                    ? Optional.of(NotificationKind.CONFIRMATION)
                    : Optional.empty();
        }
        boolean isByProgram = change.actor().person().isEmpty();
        boolean isMade = change.type() == ChangeType.CREATED || change.type() == ChangeType.REQUESTED && isNew;
        if (isHandedOver(change)) {
            return Optional.of(NotificationKind.HANDED_OVER);
        }
        if (isMade && change.booking().part() > 0) {
            return isByProgram ? Optional.empty() : Optional.of(NotificationKind.CHANGED);
        }
        if (isOfMoves(change)) {
            return Optional.of(
                    change.type() == ChangeType.REQUESTED ? NotificationKind.CHANGED : NotificationKind.MOVE_DECIDED);
        }
        return switch (change.type()) {
            case CREATED -> isByProgram ? Optional.empty() : Optional.of(NotificationKind.BOOKED_FOR_YOU);
            case REQUESTED -> {
                if (!isNew) {
                    yield Optional.of(NotificationKind.CHANGED);
                }
                yield isByProgram ? Optional.empty() : Optional.of(NotificationKind.BOOKED_FOR_YOU);
            }
            case CHANGED -> changed(change, isByProgram);
            case ASKED_BACK -> Optional.of(NotificationKind.ASKED_BACK);
            case APPROVED -> Optional.of(NotificationKind.APPROVED);
            case DECLINED -> Optional.of(NotificationKind.DECLINED);
            case LAPSED -> Optional.of(NotificationKind.LAPSED);
            case CANCELLED -> Optional.of(NotificationKind.CANCELLED);
            case RELEASED -> Optional.of(NotificationKind.RELEASED);
            case HELD, EXPIRED, ANSWERED, CHECKED_IN, ENDED -> Optional.empty();
        };
    }

    /** Whoever books by mail has the answer of the room. */
    private static boolean isConfirmed(Door door) {
        return door == Door.WEB || door == Door.API;
    }

    /** That the program lets a meeting go on that has begun is no news to those who are in it. */
    private static boolean isHandedOver(LoggedChange change) {
        return change.fields().stream().anyMatch(each -> each.field() == FieldChange.Field.ORGANISER);
    }

    private static Optional<NotificationKind> changed(LoggedChange change, boolean isByProgram) {
        boolean isNews = !isByProgram || change.dates().stream().anyMatch(date -> isAhead(date, change));
        return isNews ? Optional.of(NotificationKind.CHANGED) : Optional.empty();
    }

    private static boolean isAhead(DateChange date, LoggedChange change) {
        return date.before()
                .or(date::after)
                .filter(known -> known.time().start().isAfter(change.at()))
                .isPresent();
    }

    private static BookingNotification notification(ChangeLog.Entry entry, PersonId to, NotificationKind kind) {
        LoggedChange change = entry.change();
        return new BookingNotification(
                change.booking(),
                to,
                kind,
                entry.position(),
                change.at(),
                change.actor().person(),
                message(change),
                kind.strand() == NotificationKind.Strand.REQUESTS ? List.of() : before(change, kind));
    }

    private static String message(LoggedChange change) {
        return change.fields().stream()
                .filter(each -> each.field() == FieldChange.Field.MESSAGE)
                .flatMap(each -> each.after().stream())
                .findFirst()
                .orElse("");
    }

    /** The dates that took place before the change and were not over. */
    private static List<OccurrenceSnapshot> before(LoggedChange change, NotificationKind kind) {
        return change.dates().stream()
                .flatMap(date -> date
                        .before()
                        .filter(was ->
                                was.state().occupies() && was.time().end().isAfter(change.at())
                                        || kind == NotificationKind.MOVE_DECIDED && date.isAnswered())
                        .map(was -> new OccurrenceSnapshot(date.recurrenceId(), was.time(), was.rooms()))
                        .stream())
                .toList();
    }
}
