package org.passerelle.reception;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.directory.Site;
import org.passerelle.live.DeskChanges;
import org.passerelle.reception.GuestLists.Arrival;
import org.springframework.stereotype.Component;

/** Notes at the reception of a site which guests have come. Whoever does not manage the site finds nobody there. */
@Component
public class GuestArrivals {

    private final GuestLists lists;
    private final GuestArrivalDocuments documents;
    private final DeskChanges changes;
    private final Clock clock;

    GuestArrivals(GuestLists lists, GuestArrivalDocuments documents, DeskChanges changes, Clock clock) {
        this.lists = lists;
        this.documents = documents;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Notes that a guest has come; noted again, it stays at the first time.
     *
     * @param day on which they are expected
     * @return whether such a guest is expected then
     */
    public boolean note(Person person, Site site, LocalDate day, String guest) {
        Optional<Arrival> with = with(person, site, day, guest);
        with.ifPresent(arrival -> documents.put(arrival.booking().root(), guest, clock.instant()));
        changes.note(site.id());
        return with.isPresent();
    }

    /** Takes it back, as {@link #note}. */
    public boolean undo(Person person, Site site, LocalDate day, String guest) {
        Optional<Arrival> with = with(person, site, day, guest);
        with.ifPresent(arrival -> documents.remove(arrival.booking().root(), guest));
        changes.note(site.id());
        return with.isPresent();
    }

    private Optional<Arrival> with(Person person, Site site, LocalDate day, String guest) {
        return lists.expected(person, site, day).stream()
                .filter(arrival ->
                        arrival.guests().stream().anyMatch(each -> each.id().equals(guest)))
                .findFirst();
    }
}
