package org.passerelle.web.conference;

import java.util.List;
import java.util.Set;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.VideoResource;

/** What a conference holds besides its rooms: video lines, uplinks, ports of a bridge. */
final class HeldLines {

    private HeldLines() {}

    /**
     * Something of which a part is held.
     *
     * @param where the site it is at, or the bridge
     * @param amount lines, Mbit/s or ports
     */
    record Held(VideoResource.ResourceKind kind, String where, int amount) {}

    /** @param told the sites whose lines and uplinks are the reader's business */
    static List<Held> of(Booking booking, VideoMeeting meeting, Set<SiteId> told, Directory directory) {
        List<Integer> numbers = booking.occurrences().stream()
                .filter(date -> date.recurrenceId().equals(meeting.id().recurrenceId()))
                .map(Occurrence::lines)
                .flatMap(List::stream)
                .map(Stretch::number)
                .distinct()
                .toList();
        return directory.video().stream()
                .filter(resource -> resource.kind() == VideoResource.ResourceKind.PORTS
                        || resource.site().filter(told::contains).isPresent())
                .map(resource -> held(resource, numbers, directory))
                .filter(held -> held.amount() > 0)
                .toList();
    }

    private static Held held(VideoResource resource, List<Integer> numbers, Directory directory) {
        int units = (int) numbers.stream().filter(resource.numbers()::contains).count();
        String where = resource.kind() == VideoResource.ResourceKind.PORTS
                ? resource.id().value()
                : resource.site().flatMap(directory::site).map(Site::name).orElse("");
        return new Held(resource.kind(), where, units * resource.supply().block());
    }
}
