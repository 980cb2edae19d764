package org.passerelle.web.closures;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.closure.ClosingRooms;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.ClosureType;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.Slug;
import org.passerelle.platform.text.Text;
import org.passerelle.time.WrittenTimes;

/**
 * A closure as somebody fills it in.
 *
 * @param where the id of a site or of a room
 * @param from local time of the site
 */
public record ClosureForm(String where, String from, String to, String reason, String then, String type) {

    static final ClosureForm EMPTY =
            new ClosureForm("", "", "", "", OnBookings.PROPOSE.name(), ClosureType.PLANNED.name());

    /** Whether nothing was filled in yet. */
    boolean isBlank() {
        return where.isEmpty() && from.isEmpty() && to.isEmpty() && reason.isEmpty();
    }

    /** The plan, or the name of the field that makes no sense. */
    record ReadForm(Optional<ClosurePlan> plan, String fault) {

        private static ReadForm faulty(String field) {
            return new ReadForm(Optional.empty(), field);
        }
    }

    ReadForm read(Person person, Directory directory, Instant now) {
        Optional<Room> room =
                Optional.of(where).filter(Slug::isSlug).map(RoomId::new).flatMap(directory::room);
        Optional<Site> site = room.map(directory::siteOf)
                .or(() ->
                        Optional.of(where).filter(Slug::isSlug).map(SiteId::new).flatMap(directory::site))
                .filter(each -> ClosingRooms.mayShut(person, each.id()));
        if (site.isEmpty()) {
            return ReadForm.faulty("where");
        }
        Optional<LocalDateTime> start = local(from, site.get());
        Optional<LocalDateTime> end = local(to, site.get());
        if (start.isEmpty()) {
            return ReadForm.faulty("from");
        }
        boolean makesSense = end.filter(each -> each.isAfter(start.get())
                        && each.isAfter(now.atZone(site.get().zone()).toLocalDateTime())
                        && !each.isAfter(start.get().plusDays(ClosurePlan.MOST_DAYS)))
                .isPresent();
        if (!makesSense) {
            return ReadForm.faulty("to");
        }
        String why = reason.strip();
        if (why.isEmpty() || why.length() > ClosurePlan.LONGEST_REASON || !Text.isLine(why)) {
            return ReadForm.faulty("reason");
        }
        return new ReadForm(
                Optional.of(new ClosurePlan(
                        site.get().id(),
                        room.map(each -> List.of(each.id())).orElse(List.of()),
                        start.get(),
                        end.get(),
                        why,
                        onBookings(),
                        type.equals(ClosureType.FAILURE.name()) ? ClosureType.FAILURE : ClosureType.PLANNED)),
                "");
    }

    private OnBookings onBookings() {
        return List.of(OnBookings.values()).stream()
                .filter(each -> each.name().equals(then))
                .findFirst()
                .orElse(OnBookings.KEEP);
    }

    private static Optional<LocalDateTime> local(String text, Site site) {
        return WrittenTimes.ifReadable(text, written -> WrittenTimes.local(written, site.zone()));
    }
}
