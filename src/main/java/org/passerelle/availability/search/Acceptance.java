package org.passerelle.availability.search;

import java.util.List;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.BookingDecision;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;

/**
 * Judges what is about to be offered as booking would judge it, so that nothing is offered that is refused. That it is free is
 * the affair of {@link Trial}.
 */
record Acceptance(Person booker, Content content, Surroundings around, OpenHoursLookup looking) {

    Directory directory() {
        return around.directory();
    }

    /** Whether no rule and no quota is against having {@code rooms}, one entry a unit, at all of {@code times}, which are in order. */
    boolean of(List<Room> rooms, List<Interval> times) {
        return areApart(times) && keepsTheRules(rooms, times) && around.leaveEnough(booker, rooms, times);
    }

    /** Dates of one series that get in each other's way cannot be had in any room. */
    private static boolean areApart(List<Interval> times) {
        for (int i = 1; i < times.size(); i++) {
            if (times.get(i).start().isBefore(times.get(i - 1).end())) {
                return false;
            }
        }
        return true;
    }

    private boolean keepsTheRules(List<Room> rooms, List<Interval> times) {
        List<Proposal.Date> dates = times.stream()
                .map(time -> new Proposal.Date(time.start(), time, rooms))
                .toList();
        Proposal proposal = new Proposal(booker, content, dates, directory(), looking.now());
        Proposal inPolicy = proposal.on(proposal.terms().withinPolicy());
        return !(BookingPolicy.decide(inPolicy) instanceof BookingDecision.Refused)
                && around.entry().objections(proposal).isEmpty();
    }
}
