package org.passerelle.booking.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.booking.Content;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;

/** What the rules judge: somebody wishes to have rooms on some dates. Everything they may look at is in here. */
public record Proposal(Person booker, Content content, List<Date> dates, Directory directory, Instant now) {

    public Proposal {
        dates = List.copyOf(dates);
    }

    /** One date asked for: the start its rule gave it, when people would meet, and the rooms, one entry a unit. */
    public record Date(Instant recurrenceId, Interval time, List<Room> rooms) {

        public Date {
            rooms = List.copyOf(rooms);
        }
    }

    /** Every room asked for on any date, once. */
    public Set<Room> rooms() {
        return dates.stream()
                .map(Date::rooms)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same wish without the dates whose recurrence ids are given. */
    public Proposal without(Set<Instant> recurrenceIds) {
        List<Date> left = dates.stream()
                .filter(date -> !recurrenceIds.contains(date.recurrenceId()))
                .toList();
        return new Proposal(booker, content, left, directory, now);
    }

    /** The same wish with {@code changed} in the place of the dates of the same recurrence ids. */
    public Proposal with(Map<Instant, Date> changed) {
        List<Date> all = dates.stream()
                .map(date -> changed.getOrDefault(date.recurrenceId(), date))
                .toList();
        return new Proposal(booker, content, all, directory, now);
    }

    /** The same wish for {@code date} alone. */
    public Proposal only(Date date) {
        return new Proposal(booker, content, List.of(date), directory, now);
    }

    public Site siteOf(Room room) {
        return directory.siteOf(room);
    }
}
