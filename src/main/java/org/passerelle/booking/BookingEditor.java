package org.passerelle.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.allocation.ByHand;
import org.passerelle.booking.allocation.Placement;
import org.passerelle.booking.allocation.Placing;
import org.passerelle.booking.allocation.Plan;
import org.passerelle.booking.allocation.Planner;
import org.passerelle.booking.allocation.Replan;
import org.passerelle.booking.allocation.RoomChoice;
import org.passerelle.booking.allocation.ScheduleChange;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Identity;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Skipped;
import org.passerelle.booking.model.Status;
import org.passerelle.booking.model.VideoNeeds;
import org.passerelle.booking.override.OverrideRights;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.policy.ProposalTerms;
import org.passerelle.booking.refusal.EmptySchedule;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.springframework.stereotype.Component;

/** Works out what a changed order means for a booking and has it written in one step; refused means nothing changed. */
@Component
class BookingEditor {

    private final OpeningBookings opening;
    private final Directories directories;
    private final Placing placing;
    private final InvitingAttendees inviting;
    private final Clock clock;

    BookingEditor(
            OpeningBookings opening,
            Directories directories,
            Placing placing,
            InvitingAttendees inviting,
            Clock clock) {
        this.opening = opening;
        this.directories = directories;
        this.placing = placing;
        this.inviting = inviting;
        this.clock = clock;
    }

    /**
     * What is changed.
     *
     * @param old the booking, or the part of it from which on it is changed
     * @param identity what the result is called
     * @param own the stored booking whose claims are no obstacle
     * @param beside dates of the stored booking that do not become part of the result
     * @param byHand what becomes of changes to single dates
     */
    record ChangedBooking(Booking old, Identity identity, BookingId own, List<Occurrence> beside, ByHand byHand) {

        static ChangedBooking whole(Booking booking, ByHand byHand) {
            return new ChangedBooking(booking, booking.identity(), booking.id(), List.of(), byHand);
        }

        /** {@code changed}, with a note if it moves dates; what a series is cut off is told as a booking of its own. */
        Booking replanned(Booking changed, Instant now) {
            return identity.equals(old.identity()) ? changed.replannedFrom(old, now) : changed;
        }
    }

    /**
     * @throws NotYourBooking if the order has other content and {@code editor} may not read what it has
     * @throws EmptySchedule if no date would be left
     */
    Placement apply(Person editor, ChangedBooking subject, BookingOrder order, Placement.Writing writing) {
        Booking old = subject.old();
        if (!order.content().equals(old.content())
                && !new BookingAccess(editor, old, directories.current()).mayWrite(BookingPart.CONTENT)) {
            throw new NotYourBooking(old.id(), editor.id());
        }
        Optional<Reason> notTheirs =
                new OverrideRights(editor, directories.current()).objection(order.override(), rooms(subject, order));
        if (notTheirs.isPresent()) {
            return new Placement.Refused(List.of(notTheirs.get()));
        }
        Person person = opening.judged(editor, old);
        ProposalTerms terms = ProposalTerms.of(order).overriding(order.override(), editor.id());
        boolean onlyText = leavesDatesAlone(subject, order)
                && order.content().arrangements().equals(old.content().arrangements());
        return inviting.place(
                person,
                old.content().attendees(),
                order.content().attendees(),
                () -> onlyText
                        ? edit(person, old, order, writing)
                        : reschedule(new Judged(person, terms), subject, order, writing));
    }

    /** Those that it is to have, and those that it has. */
    private static Set<RoomId> rooms(ChangedBooking subject, BookingOrder order) {
        return Stream.concat(order.rooms().stream(), subject.old().occupying().flatMap(date -> date.rooms().stream()))
                .collect(Collectors.toSet());
    }

    /** As whom a change is judged, and on what terms. */
    private record Judged(Person person, ProposalTerms terms) {}

    /** Whether {@code order} has the dates and rooms that there are; how these are furnished is no matter. */
    private static boolean leavesDatesAlone(ChangedBooking subject, BookingOrder order) {
        Booking old = subject.old();
        return subject.byHand().kept()
                && order.schedule().equals(BookingOrder.of(old).schedule())
                && order.rooms().equals(old.rooms())
                && subject.identity().equals(old.identity());
    }

    private Placement edit(Person person, Booking old, BookingOrder order, Placement.Writing writing) {
        Instant now = clock.instant();
        List<Reason> reasons = judgeContent(person, order.content(), old, old.occupying(), now);
        if (!reasons.isEmpty()) {
            return new Placement.Refused(reasons);
        }
        Booking edited = old.withContent(order.content())
                .withDates(old.dates().reacquiring(order.reacquire()))
                .withStatus(old.status().edited(now));
        Directory directory = directories.current();
        boolean sameLines = VideoNeeds.areSame(old.content(), order.content());
        return sameLines
                ? Placement.after(writing.apply(edited), edited)
                : placing.replaceLines(edited, date -> isAhead(date, now), directory, writing);
    }

    private static boolean isAhead(Occurrence date, Instant now) {
        return date.occupies() && date.time().end().isAfter(now);
    }

    /** What the rules say of new text for dates that stay in their rooms. */
    private List<Reason> judgeContent(
            Person person, Content content, Booking old, Stream<Occurrence> staying, Instant now) {
        Directory directory = directories.current();
        List<Proposal.Date> ahead = staying.filter(Occurrence::occupies)
                .filter(occurrence -> occurrence.time().start().isAfter(now))
                .map(occurrence -> date(occurrence, old.content(), directory))
                .toList();
        return placing.judgeContent(new Proposal(person, content, ahead, directory, now), old.content());
    }

    private static Proposal.Date date(Occurrence occurrence, Content before, Directory directory) {
        var rooms = occurrence.rooms().stream()
                .flatMap(room -> directory.room(room).stream())
                .toList();
        return new Proposal.Date(
                occurrence.recurrenceId(),
                occurrence.time(),
                rooms,
                Optional.of(Proposal.HeldDate.of(occurrence, before)));
    }

    private Placement reschedule(Judged judged, ChangedBooking subject, BookingOrder order, Placement.Writing writing) {
        Person person = judged.person();
        Booking old = subject.old();
        Instant now = clock.instant();
        Directory directory = directories.current();
        RoomChoice choice = RoomChoice.of(order, directory);
        if (!choice.unknown().isEmpty()) {
            return new Placement.Refused(choice.unknown());
        }
        ScheduleChange change = ScheduleChange.of(old, order.schedule(), subject.byHand(), now);
        Plan plan = Planner.plan(
                change.after(), choice.rooms(), () -> BookingPolicy.horizon(choice.rooms(), directory, now));
        if (plan instanceof Plan.Impossible impossible) {
            return new Placement.Refused(List.of(impossible.reason()));
        }
        Plan.PlannedDates dates = (Plan.PlannedDates) plan;
        boolean sameLines = VideoNeeds.areSame(old.content(), order.content())
                && order.content().arrangements().equals(old.content().arrangements());
        Replan.ReplanWish wish = new Replan.ReplanWish(choice.rooms(), sameLines, subject.byHand());
        Replan replan = Replan.of(old, change, dates, wish, directory, now);
        if (!replan.impossible().isEmpty()) {
            return new Placement.Refused(replan.impossible());
        }
        if (replan.moved().isEmpty() && replan.kept().stream().noneMatch(Occurrence::occupies)) {
            throw new EmptySchedule();
        }
        List<Reason> reasons = judgeContent(person, order.content(), old, replan.kept().stream(), now);
        if (!reasons.isEmpty()) {
            return new Placement.Refused(reasons);
        }
        Proposal proposal = new Proposal(person, order.content(), replan.moved(), directory, now, judged.terms());
        Placement.Request request = new Placement.Request(
                proposal,
                new Placement.StandingDates(Optional.of(subject.own()), replan.kept(), subject.beside()),
                order.onConflict(),
                old.owner(),
                order.schedule().zone());
        boolean isFirm = replan.kept().isEmpty() && needsNobody(proposal);
        return replan.told(placing.place(
                request,
                (placed, allowed) -> subject.replanned(
                        new Booking(
                                subject.identity(),
                                old.owner(),
                                order.content(),
                                replan.without(dates.schedule()),
                                order.rooms(),
                                new Booking.Dates(
                                        replan.settled(placed.occurrences()),
                                        joined(replan.skipped(), placed.skipped()),
                                        order.reacquire()),
                                leavesDatesAlone(subject, order)
                                        ? becoming(old.status().edited(now), allowed, isFirm, now)
                                        : rescheduled(old, allowed, isFirm, now)),
                        now),
                writing));
    }

    private static List<Skipped> joined(List<Skipped> before, List<Skipped> now) {
        return Stream.concat(before.stream(), now.stream()).toList();
    }

    /** Whether no room of any date needs approval, had it been booked as it is now. */
    static boolean needsNobody(Proposal proposal) {
        return !BookingPolicy.needsApproval(proposal);
    }

    /**
     * A hold stays a hold; what asks for a room that needs approval asks anew; what waits for approval goes on waiting.
     *
     * @param isFirm whether every date was placed anew and none needs approval any more
     */
    static Status rescheduled(Booking old, BookingState allowed, boolean isFirm, Instant now) {
        return becoming(old.status().rescheduled(now), allowed, isFirm, now);
    }

    private static Status becoming(Status status, BookingState allowed, boolean isFirm, Instant now) {
        if (status.state() == BookingState.HELD) {
            return status;
        }
        return allowed == BookingState.REQUESTED || isFirm ? status.becoming(allowed, now) : status;
    }
}
