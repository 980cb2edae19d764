package org.passerelle.invitation.text;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.model.Booking;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.i18n.RoomNames;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.invitation.text.MessageContent.Line;
import org.passerelle.invitation.text.MessageContent.MessageLink;
import org.passerelle.time.Interval;
import org.passerelle.time.WallTime;

/** When and where people meet, as every message tells it: by the clock of the booking, that of the reader and those of the sites. */
public final class MeetingFacts {

    private final MessageWords words;
    private final Directory directory;
    private final Booking booking;
    private final List<OccurrenceSnapshot> dates;
    private final Optional<ZoneId> reader;
    private final SiteLocalTimes clocks;

    /**
     * @param dates that are told
     * @param reader the zone of whoever reads it; empty if it is not known
     */
    public MeetingFacts(
            MessageWords words,
            Directory directory,
            Booking booking,
            List<OccurrenceSnapshot> dates,
            Optional<ZoneId> reader) {
        this.words = words;
        this.directory = directory;
        this.booking = booking;
        this.dates = List.copyOf(dates);
        this.reader = reader;
        this.clocks = new SiteLocalTimes(words, directory, zone(), dates);
    }

    /** The dates, with what other clocks show and other rooms. */
    public List<Line> when() {
        return when(this::note);
    }

    /** The dates, with {@code note} beside each. */
    List<Line> when(Function<OccurrenceSnapshot, String> note) {
        return new DateLines(words, zone(), note).of(dates);
    }

    /** Other dates of the booking, such as those that are called off. */
    public List<Line> others(List<OccurrenceSnapshot> others) {
        return new DateLines(words, zone(), this::clocksOf).of(others);
    }

    /** Which rooms the dates have otherwise than {@code before}. */
    public List<Line> changedRooms(List<OccurrenceSnapshot> before) {
        return new RoomChanges(words, zone(), this::nameAndSite).since(before, dates);
    }

    String note(OccurrenceSnapshot date) {
        return joined(clocksOf(date), otherRooms(date).orElse(""));
    }

    /** On all other clocks that concern the reader and show something else. */
    String clocksOf(OccurrenceSnapshot date) {
        return joined(ownTime(date), String.join(" · ", clocks.on(date)));
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(each -> !each.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** On the reader's own clock, where it shows something else. */
    String ownTime(OccurrenceSnapshot date) {
        Interval time = date.time();
        return reader.filter(own -> !WallTime.isSame(own, zone(), time.start(), time.end()))
                .map(own -> words.text("when.yours", words.onClock(time, own, zone()), words.zone(own)))
                .orElse("");
    }

    private Optional<String> otherRooms(OccurrenceSnapshot date) {
        return Optional.of(date.rooms())
                .filter(rooms -> !rooms.equals(rooms()))
                .map(rooms -> RoomNames.joined(rooms, this::nameAndSite));
    }

    private List<RoomId> rooms() {
        return dates.size() == 1 && !dates.get(0).rooms().isEmpty()
                ? dates.get(0).rooms()
                : booking.rooms();
    }

    /** The rooms with their addresses. */
    public List<Line> where(boolean hasMaps) {
        return RoomNames.counted(rooms()).entrySet().stream()
                .map(room -> where(room.getKey(), room.getValue(), hasMaps))
                .toList();
    }

    private Line where(RoomId room, long units, boolean hasMap) {
        Optional<Site> site = site(room);
        String text = RoomNames.times(units, name(room))
                + site.map(each -> ", " + each.name()).orElse("");
        String address = site.map(each -> each.place().address()).orElse("");
        String local = site.flatMap(clocks::always)
                .map(time -> words.text("where.local", time, address))
                .orElse(address);
        return new Line(
                text,
                local,
                site.filter(each -> hasMap).map(each -> new MessageLink(words.text("where.map"), map(each.place()))));
    }

    private ZoneId zone() {
        return booking.schedule().zone();
    }

    private String name(RoomId room) {
        return directory.room(room).map(found -> found.name()).orElse(room.value());
    }

    public String nameAndSite(RoomId room) {
        return directory
                .room(room)
                .map(found -> RoomNames.withSite(found, directory))
                .orElse(room.value());
    }

    private Optional<Site> site(RoomId room) {
        return directory.room(room).map(directory::siteOf);
    }

    private static URI map(Site.SiteLocation place) {
        return URI.create(String.format(
                Locale.ROOT,
                "https://www.openstreetmap.org/?mlat=%1$.4f&mlon=%2$.4f#map=17/%1$.4f/%2$.4f",
                place.latitude(),
                place.longitude()));
    }
}
