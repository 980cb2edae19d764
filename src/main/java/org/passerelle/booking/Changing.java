package org.passerelle.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.placing.Placement;
import org.passerelle.booking.placing.Placing;
import org.passerelle.booking.placing.Plan;
import org.passerelle.booking.placing.Planner;
import org.passerelle.booking.placing.Replan;
import org.passerelle.booking.placing.RoomChoice;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.springframework.stereotype.Component;

/** Works out what a changed order means for a booking and has it written in one step; refused means nothing changed. */
@Component
class Changing {

    private final Directories directories;
    private final Placing placing;
    private final Clock clock;

    Changing(Directories directories, Placing placing, Clock clock) {
        this.directories = directories;
        this.placing = placing;
        this.clock = clock;
    }

    /**
     * @param old the booking that is changed, or the part of it from which on it is
     * @param identity what the result is called
     * @param own the stored booking whose claims are no obstacle
     */
    Placement apply(
            Person person,
            Booking old,
            BookingOrder order,
            Identity identity,
            BookingId own,
            Placement.Writing writing) {
        boolean onlyText = order.schedule().equals(old.schedule())
                && order.rooms().equals(old.rooms())
                && identity.equals(old.identity());
        return onlyText ? edit(person, old, order, writing) : reschedule(person, old, order, identity, own, writing);
    }

    private Placement edit(Person person, Booking old, BookingOrder order, Placement.Writing writing) {
        Instant now = clock.instant();
        Directory directory = directories.current();
        List<Proposal.Date> ahead = old.occupying()
                .filter(occurrence -> occurrence.time().start().isAfter(now))
                .map(occurrence -> date(occurrence, directory))
                .toList();
        List<Reason> reasons = BookingPolicy.judgeContent(new Proposal(person, order.content(), ahead, directory, now));
        if (!reasons.isEmpty()) {
            return new Placement.Refused(reasons);
        }
        Booking edited =
                old.withContent(order.content()).withStatus(old.status().edited(now));
        Bookings.Write write = writing.apply(edited);
        return write == Bookings.Write.WRITTEN ? new Placement.Placed(edited) : new Placement.Overtaken(write);
    }

    private static Proposal.Date date(Occurrence occurrence, Directory directory) {
        var rooms = occurrence.rooms().stream()
                .flatMap(room -> directory.room(room).stream())
                .toList();
        return new Proposal.Date(occurrence.recurrenceId(), occurrence.time(), rooms);
    }

    private Placement reschedule(
            Person person,
            Booking old,
            BookingOrder order,
            Identity identity,
            BookingId own,
            Placement.Writing writing) {
        Instant now = clock.instant();
        Directory directory = directories.current();
        RoomChoice choice = RoomChoice.of(order.rooms(), directory);
        if (!choice.unknown().isEmpty()) {
            return new Placement.Refused(choice.unknown());
        }
        Plan plan = Planner.plan(order.schedule(), choice.rooms());
        if (plan instanceof Plan.Impossible impossible) {
            return new Placement.Refused(List.of(impossible.reason()));
        }
        Plan.Dates dates = (Plan.Dates) plan;
        Replan replan = Replan.of(old, dates, now);
        if (!replan.lostPast().isEmpty()) {
            return new Placement.Refused(replan.lostPast().stream()
                    .map(date -> Reason.of(ReasonCode.IN_THE_PAST).on(date))
                    .toList());
        }
        Placement.Request request = new Placement.Request(
                new Proposal(person, order.content(), replan.moved(), directory, now),
                replan.kept(),
                order.onConflict(),
                Optional.of(own),
                order.schedule().zone());
        boolean allMoved = replan.kept().isEmpty();
        return placing.place(
                request,
                (placed, allowed) -> new Booking(
                        identity,
                        old.owner(),
                        order.content(),
                        dates.schedule(),
                        order.rooms(),
                        new Booking.Dates(placed.occurrences(), joined(replan.skipped(), placed.skipped())),
                        rescheduled(old, allowed, allMoved, now)),
                writing);
    }

    private static List<Skipped> joined(List<Skipped> before, List<Skipped> now) {
        return Stream.concat(before.stream(), now.stream()).toList();
    }

    /** A hold stays a hold; what needs approval asks anew; what no longer needs any is firm once every date was placed anew. */
    static Status rescheduled(Booking old, BookingState allowed, boolean allMoved, Instant now) {
        Status status = old.status().rescheduled(now);
        if (status.state() == BookingState.HELD) {
            return status;
        }
        return allowed == BookingState.REQUESTED || allMoved ? status.becoming(allowed, now) : status;
    }
}
