package org.passerelle.booking.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.passerelle.booking.override.OverridableRule;
import org.passerelle.booking.refusal.BookingDecision;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;

/**
 * All rules that hold for every booking, however it comes in. Pure: the same proposal gets the same decision.
 * That a room is free and a quota is kept is not judged here but guaranteed by the claims. What a booking has already is
 * not judged again: an edit that only gives time or rooms back needs nobody's permission.
 */
public final class BookingPolicy {

    /** In the order in which people are told: that a room is shut then says more than how long it may be had. */
    private static final List<BookingRule> RULES = List.of(
            new OpenToTheBooker(),
            new NotInThePast(),
            new NotOnClosedDays(),
            new WithinOpeningHours(),
            new NotTooShort(),
            new NotTooLong(),
            new EnoughNotice(),
            new WithinHorizon(),
            new RoomsSeatEverybody(),
            new ArrangementsAreOffered());

    private BookingPolicy() {}

    public static BookingDecision decide(Proposal proposal) {
        Objections objections = judged(proposal);
        List<Reason> reasons = objections.toList();
        if (!reasons.isEmpty()) {
            return new BookingDecision.Refused(reasons);
        }
        List<Reason> grounds = ApprovalGrounds.ofAsked(proposal);
        if (!objections.requested().isEmpty()) {
            grounds = Stream.concat(objections.requested().stream(), grounds.stream())
                    .toList();
        }
        return grounds.isEmpty() ? new BookingDecision.Accepted() : new BookingDecision.NeedsApproval(grounds);
    }

    private static Objections judged(Proposal proposal) {
        Objections objections =
                new Objections(new OutOfPolicy(proposal), proposal.terms().override());
        RULES.forEach(rule -> rule.judge(proposal, objections));
        return objections;
    }

    /**
     * Whether a manager has to agree to some room of some date of {@code proposal}, none of which is taken to be had already. Not
     * whether that is allowed at all.
     */
    public static boolean needsApproval(Proposal proposal) {
        return !ApprovalGrounds.ofAll(proposal).isEmpty()
                || OutOfPolicy.isOpenTo(proposal)
                        && !judged(proposal.asNew()).requested().isEmpty();
    }

    /** The rules that {@code proposal} is against and that its terms set aside. */
    public static Set<OverridableRule> overridden(Proposal proposal) {
        return proposal.terms().override().rules().isEmpty()
                ? Set.of()
                : judged(proposal).overridden();
    }

    /**
     * Why a manager has to agree to {@code proposal}, none of which is taken to be had already; nothing if no manager has to. Not
     * whether that is allowed at all.
     */
    public static List<Reason> grounds(Proposal proposal) {
        List<Reason> grounds = ApprovalGrounds.ofAll(proposal);
        return OutOfPolicy.isOpenTo(proposal)
                ? Stream.concat(judged(proposal.asNew()).requested().stream(), grounds.stream())
                        .toList()
                : grounds;
    }

    /** What the rules say of new text for dates that are booked already: only whether everybody still has a seat. */
    public static List<Reason> judgeContent(Proposal proposal) {
        Objections objections =
                new Objections(new OutOfPolicy(proposal), proposal.terms().override());
        new RoomsSeatEverybody().judge(proposal, objections);
        return objections.toList();
    }

    /**
     * The rules of time that hold in {@code room} for everybody, as whoever breaks one is told: hours, lengths, notice, horizon, and
     * the next closed days from {@code today} on, at most {@code mostClosed}.
     */
    public static List<Reason> rules(Room room, Site site, LocalDate today, int mostClosed) {
        boolean needsNotice = !room.rules().notice().isZero();
        return Stream.of(
                        Stream.of(WithinOpeningHours.reason(room), NotTooShort.reason(room), NotTooLong.reason(room)),
                        Stream.of(EnoughNotice.reason(room)).filter(any -> needsNotice),
                        Stream.of(WithinHorizon.reason(room)),
                        ClosedDay.ahead(room, site, today, mostClosed).stream().map(day -> day.of(room)))
                .flatMap(Function.identity())
                .toList();
    }

    /** Whether {@code room} of {@code site} is open at every moment of {@code time}, and on no closed day. */
    public static boolean isOpen(Room room, Site site, Interval time) {
        return room.rules().openingHours().enclose(time, site.zone())
                && ClosedDay.within(time, room, site).isEmpty();
    }

    /** The latest end to which all of {@code rooms} can be booked at {@code now}. */
    public static Instant horizon(List<Room> rooms, Directory directory, Instant now) {
        return rooms.stream()
                .map(room -> WithinHorizon.horizon(room, directory, now))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }
}
