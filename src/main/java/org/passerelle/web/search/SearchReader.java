package org.passerelle.web.search;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.availability.query.RoomQuery;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.order.OrderReader;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteClock;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.Slug;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.passerelle.web.book.Complaints;
import org.passerelle.web.book.FormFaults;
import org.passerelle.web.book.FormTexts;
import org.passerelle.web.book.Length;
import org.springframework.stereotype.Component;

/** Makes a question of a filled-in form, or says what is wrong with it. */
@Component
class SearchReader {

    private final Directories directories;
    private final Clock clock;

    SearchReader(Directories directories, Clock clock) {
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * Empty when there are complaints.
     *
     * @param site on whose clocks times are read, and which counts as usual where any will do
     */
    Optional<RoomQuery> query(SearchForm form, Site site, Person seeker, Complaints complaints) {
        List<Interval> times = FormFaults.told(
                        OrderReader.schedule(FormTexts.schedule(form.when(), form.series()), SiteClock.of(site)),
                        complaints)
                .map(schedule -> dates(schedule, complaints))
                .orElse(List.of());
        int people = people(form.people().strip(), complaints);
        RoomQuery.Needs needs = new RoomQuery.Needs(
                kinds(form.what().kinds()),
                Set.copyOf(form.what().equipment()),
                sites(form.where(), complaints),
                form.what().stepFree(),
                Optional.of(form.what().layout()).filter(word -> !word.isEmpty()));
        if (!complaints.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RoomQuery(seeker, times, people, needs, Optional.of(site.id())));
    }

    private List<Interval> dates(Schedule schedule, Complaints complaints) {
        if (!Length.mayBeLookedAt(schedule.length())) {
            complaints.add("length", "book.error.length");
            return List.of();
        }
        List<Interval> dates = schedule.recurrence()
                .map(rule -> rule.first(RoomQuery.MOST_TIMES + 1, schedule.start(), schedule.zone()).stream()
                        .map(start -> schedule.dateAt(start.local()))
                        .toList())
                .orElseGet(() -> List.of(schedule.first()));
        Instant running = Slots.start(Slots.containing(clock.instant()));
        if (dates.isEmpty()) {
            complaints.add("repeat", "book.error.no-date");
        } else if (dates.size() > RoomQuery.MOST_TIMES) {
            complaints.add("times", "book.error.times", RoomQuery.MOST_TIMES);
        } else if (dates.get(dates.size() - 1).start().isBefore(running)) {
            complaints.add("date", "search.error.past");
        }
        return dates;
    }

    private static int people(String text, Complaints complaints) {
        if (text.isEmpty()) {
            return 1;
        }
        int people = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
        if (people < 1 || people > Content.MOST_PEOPLE) {
            complaints.add("people", "search.error.people");
            return 1;
        }
        return people;
    }

    private static Set<RoomKind> kinds(List<String> names) {
        return Arrays.stream(RoomKind.values())
                .filter(kind -> names.contains(kind.name()))
                .collect(Collectors.toSet());
    }

    private Set<SiteId> sites(List<String> ids, Complaints complaints) {
        Directory directory = directories.current();
        Set<SiteId> sites = ids.stream()
                .filter(Slug::isSlug)
                .map(SiteId::new)
                .filter(id -> directory.site(id).isPresent())
                .collect(Collectors.toSet());
        if (sites.size() < ids.size()) {
            complaints.add("where", "search.error.where");
        }
        return sites;
    }
}
