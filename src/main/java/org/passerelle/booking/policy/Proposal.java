package org.passerelle.booking.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;

/**
 * What the rules judge: somebody wishes to have rooms on some dates. Everything they may look at is in here. Each room is as
 * it is in the layout that {@code content} asks for: with the seats it has then, and held as long as that takes.
 */
public record Proposal(
        Person booker, Content content, List<Date> dates, Directory directory, Instant now, ProposalTerms terms) {

    public Proposal {
        dates = laidOut(dates, content.arrangements().layout());
    }

    private static List<Date> laidOut(List<Date> dates, Optional<String> layout) {
        return layout.isEmpty()
                ? List.copyOf(dates)
                : dates.stream().map(date -> date.laidOut(layout.get())).toList();
    }

    /** Several dates are those of a series. */
    public Proposal(Person booker, Content content, List<Date> dates, Directory directory, Instant now) {
        this(booker, content, dates, directory, now, ProposalTerms.recurring(dates.size() > 1));
    }

    /**
     * One date asked for.
     *
     * @param recurrenceId the start its rule gave it
     * @param time when people would meet
     * @param rooms one entry a unit
     * @param before what the booking has already on this date, of which it need not ask for anew
     */
    public record Date(Instant recurrenceId, Interval time, List<Room> rooms, Optional<HeldDate> before) {

        public Date {
            rooms = List.copyOf(rooms);
        }

        /** A date of which nothing is held yet. */
        public Date(Instant recurrenceId, Interval time, List<Room> rooms) {
            this(recurrenceId, time, rooms, Optional.empty());
        }

        private Date laidOut(String layout) {
            return new Date(
                    recurrenceId,
                    time,
                    rooms.stream().map(room -> room.laidOut(layout)).toList(),
                    before);
        }

        /** The rooms it asks for; not those that it has for all of its time already. */
        public List<Room> asked() {
            return before.map(held -> rooms.stream()
                            .filter(room -> !held.time().encloses(time)
                                    || Collections.frequency(rooms, room)
                                            > Collections.frequency(held.rooms(), room.id()))
                            .toList())
                    .orElse(rooms);
        }

        /** Whether it lasts as long as it did. */
        boolean lastsAsBefore() {
            return before.filter(held -> held.time().length().equals(time.length()))
                    .isPresent();
        }

        /** Whether it has every room that it had. */
        boolean keepsItsRooms() {
            return before.filter(held -> rooms.stream().map(Room::id).toList().containsAll(held.rooms()))
                    .isPresent();
        }

        /** Whether it had every room that it has. */
        boolean hasNoOtherRooms() {
            return before.filter(held -> held.rooms()
                            .containsAll(rooms.stream().map(Room::id).toList()))
                    .isPresent();
        }
    }

    /** What a booking has on a date: from when to when, which rooms, and what it is about. */
    public record HeldDate(Interval time, List<RoomId> rooms, Content content) {

        public HeldDate {
            rooms = List.copyOf(rooms);
        }

        /** What a booking about {@code content} has on {@code date}. */
        public static HeldDate of(Occurrence date, Content content) {
            return new HeldDate(date.time(), date.rooms(), content);
        }
    }

    /** Every room of any date, once. */
    public Set<Room> rooms() {
        return dates.stream()
                .map(Date::rooms)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Every room that any date asks for, once. */
    Set<Room> asked() {
        return dates.stream()
                .map(Date::asked)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same wish without the dates whose rooms met in the same conference before. */
    public Proposal newToTheConference() {
        List<Date> meeting = dates.stream()
                .filter(date -> !date.hasNoOtherRooms()
                        || date.before()
                                .filter(held -> held.content().conference().equals(content.conference()))
                                .isEmpty())
                .toList();
        return new Proposal(booker, content, meeting, directory, now, terms);
    }

    /** The same wish without the dates whose recurrence ids are given. */
    public Proposal without(Set<Instant> recurrenceIds) {
        List<Date> left = dates.stream()
                .filter(date -> !recurrenceIds.contains(date.recurrenceId()))
                .toList();
        return new Proposal(booker, content, left, directory, now, terms);
    }

    /** The same wish with {@code changed} in the place of the dates of the same recurrence ids. */
    public Proposal with(Map<Instant, Date> changed) {
        List<Date> all = dates.stream()
                .map(date -> changed.getOrDefault(date.recurrenceId(), date))
                .toList();
        return new Proposal(booker, content, all, directory, now, terms);
    }

    /** The same wish for {@code date} alone. */
    public Proposal only(Date date) {
        return new Proposal(booker, content, List.of(date), directory, now, terms);
    }

    /** The same wish, as if nothing of it were had yet. */
    Proposal asNew() {
        List<Date> all = dates.stream()
                .map(date -> new Date(date.recurrenceId(), date.time(), date.rooms()))
                .toList();
        return new Proposal(booker, content, all, directory, now, terms);
    }

    /** The same wish on other terms. */
    public Proposal on(ProposalTerms changed) {
        return new Proposal(booker, content, dates, directory, now, changed);
    }

    public Site siteOf(Room room) {
        return directory.siteOf(room);
    }
}
