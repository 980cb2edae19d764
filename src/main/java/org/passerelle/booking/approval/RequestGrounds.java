package org.passerelle.booking.approval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.account.Accounts;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.override.OverrideGrant;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.policy.ProposalTerms;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.springframework.stereotype.Component;

/**
 * Why somebody has to agree to what is asked for, by the rules as they are now: the reasons for which it would have been refused,
 * or is booked with agreement only. They are judged for whoever made the request, as of when that was.
 */
@Component
public class RequestGrounds {

    /** The most that are told. */
    public static final int MOST = 20;

    private final Accounts accounts;
    private final Directories directories;

    public RequestGrounds(Accounts accounts, Directories directories) {
        this.accounts = accounts;
        this.directories = directories;
    }

    /**
     * Of what waits of {@code booking}, all of it or what is asked for in the place of some of its dates. What holds for several of
     * its dates is told once, and names none of them. Nothing if nothing waits, or the rules ask for nobody's agreement by now.
     */
    public List<Reason> of(Booking booking) {
        if (booking.askedAt().isEmpty()) {
            return List.of();
        }
        Directory directory = directories.current();
        List<Reason> grounds = BookingPolicy.grounds(new Proposal(
                organiser(booking, directory),
                booking.content(),
                asked(booking).map(date -> date(date, directory)).toList(),
                directory,
                booking.askedAt().get(),
                ProposalTerms.recurring(booking.schedule().recurs())
                        .overriding(OverrideGrant.onRecord(booking.status().overrides()))));
        return once(grounds);
    }

    private static Stream<Occurrence> asked(Booking booking) {
        return booking.state() == BookingState.REQUESTED
                ? booking.occupying()
                : booking.asking().flatMap(date -> date.asked().stream());
    }

    private static Proposal.Date date(Occurrence date, Directory directory) {
        return new Proposal.Date(
                date.recurrenceId(),
                date.time(),
                date.rooms().stream()
                        .flatMap(room -> directory.room(room).stream())
                        .toList());
    }

    /** As they booked: for the organisation that the booking was made for. */
    private Person organiser(Booking booking, Directory directory) {
        Owner owner = booking.owner();
        Optional<Person> known = accounts.person(owner.organiser());
        Role unknown = owner.organiser() instanceof OutsiderId && areGuestsAdmitted(booking, directory)
                ? Role.GUEST
                : Role.MEMBER;
        return new Person(
                owner.organiser(),
                accounts.contact(owner.organiser()).email(),
                "",
                known.map(Person::role).orElse(unknown),
                owner.organisation(),
                known.map(Person::sites).orElse(Set.of()));
    }

    /** Where guests may ask, people without an account do so; elsewhere they write to the room, as to any that is open to them. */
    private static boolean areGuestsAdmitted(Booking booking, Directory directory) {
        return booking.rooms().stream()
                .flatMap(room -> directory.room(room).stream())
                .allMatch(BookingRights::areGuestsAdmitted);
    }

    private static List<Reason> once(List<Reason> grounds) {
        Map<Reason, List<Reason>> alike = new LinkedHashMap<>();
        grounds.forEach(each ->
                alike.computeIfAbsent(undated(each), any -> new ArrayList<>()).add(each));
        return alike.entrySet().stream()
                .map(each -> each.getValue().size() == 1 ? each.getValue().get(0) : each.getKey())
                .limit(MOST)
                .toList();
    }

    private static Reason undated(Reason reason) {
        return new Reason(reason.code(), reason.room(), Optional.empty(), reason.details());
    }
}
