package org.passerelle.invitation.text;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.i18n.RoomNames;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.invitation.pending.Snapshot;
import org.passerelle.invitation.text.Letter.Fact;
import org.passerelle.invitation.text.Letter.LetterLink;
import org.passerelle.invitation.text.Letter.Line;
import org.passerelle.invitation.text.Letter.ReplyLinks;
import org.passerelle.time.Interval;
import org.passerelle.time.WallTime;
import org.springframework.stereotype.Component;

/** Says what there is to say: what changed, when and where it is, how to get there, how to answer. */
@Component
public class LetterWriter {

    private final Directories directories;

    LetterWriter(Directories directories) {
        this.directories = directories;
    }

    public Letter write(Occasion occasion, Reader reader) {
        return new Writing(occasion, reader, new LetterWords(reader.language()), directories.current()).letter();
    }

    /** One letter on its way. */
    private static final class Writing {

        private final Occasion occasion;
        private final Reader reader;
        private final LetterWords words;
        private final Directory directory;
        private final List<OccurrenceSnapshot> dates;
        private final SiteLocalTimes clocks;
        private final DateChanges changes;

        Writing(Occasion occasion, Reader reader, LetterWords words, Directory directory) {
            this.occasion = occasion;
            this.reader = reader;
            this.words = words;
            this.directory = directory;
            this.dates = dates(occasion);
            this.clocks = new SiteLocalTimes(words, directory, zone(), dates);
            this.changes = new DateChanges(words, occasion, dates);
        }

        Letter letter() {
            String title = occasion.booking().content().title();
            String first = dates.stream()
                    .findFirst()
                    .map(date -> words.brief(date.time().start(), zone()) + ", " + words.zone(zone()))
                    .orElse("");
            List<String> closing = new ArrayList<>();
            if (!occasion.isCancel()) {
                closing.add(words.text("closing.reply"));
            }
            closing.add(words.text(
                    "closing.contact",
                    occasion.chair().name(),
                    occasion.chair().email().value()));
            closing.add(words.text("closing.sender"));
            return new Letter(
                    words.locale(),
                    words.text("subject." + occasion.theme(), title, first),
                    title,
                    List.of(lead()),
                    facts(),
                    occasion.isCancel() ? Optional.empty() : Optional.of(reply()),
                    closing,
                    reader.optOut().map(link -> new LetterLink(words.text("closing.opt-out"), link)));
        }

        private String lead() {
            String theme = occasion.theme();
            boolean isOwn = theme.equals("invited") && occasion.isOwn();
            return words.text(
                    "lead." + (isOwn ? "own" : theme), occasion.chair().name());
        }

        private List<Fact> facts() {
            List<Fact> facts = new ArrayList<>();
            boolean isOff = occasion.isCancel() && !occasion.isWithdrawn();
            facts.add(new Fact(words.text(isOff ? "fact.called-off" : "fact.when"), when()));
            add(facts, "fact.before", changes.before(this::ownTime));
            add(facts, "fact.called-off", changes.calledOff(this::clocksOf));
            facts.add(new Fact(words.text("fact.where"), where()));
            if (occasion.isCancel()) {
                return facts;
            }
            add(facts, "fact.rooms-changed", changedRooms());
            occasion.join()
                    .ifPresent(join -> facts.add(new Fact(
                            words.text("fact.join"),
                            List.of(new Line("", "", Optional.of(new LetterLink(words.text("join.link"), join)))))));
            String notes = occasion.booking().content().notes();
            if (!notes.isBlank()) {
                facts.add(new Fact(
                        words.text("fact.notes"), notes.lines().map(Line::of).toList()));
            }
            return facts;
        }

        private void add(List<Fact> facts, String label, List<Line> lines) {
            if (!lines.isEmpty()) {
                facts.add(new Fact(words.text(label), lines));
            }
        }

        private List<Line> when() {
            return new DateLines(words, zone(), this::note).of(dates);
        }

        /** What the mail is about and is not over. */
        private static List<OccurrenceSnapshot> dates(Occasion occasion) {
            Snapshot told = occasion.isCancel()
                    ? occasion.owed().before().orElse(occasion.owed().now())
                    : occasion.owed().now();
            return occasion.owed()
                    .only()
                    .map(only -> told.date(only).stream().toList())
                    .orElseGet(() -> told.ahead(occasion.now()));
        }

        private List<Line> changedRooms() {
            return changes.known()
                    .map(edition -> new RoomChanges(words, zone(), this::nameAndSite).since(edition, dates))
                    .orElse(List.of());
        }

        private String note(OccurrenceSnapshot date) {
            return Stream.of(changes.wasBefore(date).stream(), Stream.of(clocksOf(date)), otherRooms(date).stream())
                    .flatMap(Function.identity())
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(" · "));
        }

        private String clocksOf(OccurrenceSnapshot date) {
            return Stream.concat(Stream.of(ownTime(date)), clocks.on(date).stream())
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(" · "));
        }

        /** On the reader's own clock, where it shows something else. */
        private String ownTime(OccurrenceSnapshot date) {
            Interval time = date.time();
            return reader.zone()
                    .filter(own -> !WallTime.isSame(own, zone(), time.start(), time.end()))
                    .map(own -> words.text("when.yours", words.onClock(time, own, zone()), words.zone(own)))
                    .orElse("");
        }

        private Optional<String> otherRooms(OccurrenceSnapshot date) {
            return Optional.of(date.rooms())
                    .filter(rooms -> !rooms.equals(rooms()))
                    .map(rooms -> rooms.stream().map(this::nameAndSite).collect(Collectors.joining(", ")));
        }

        private List<RoomId> rooms() {
            return dates.size() == 1 && !dates.get(0).rooms().isEmpty()
                    ? dates.get(0).rooms()
                    : occasion.booking().rooms();
        }

        private List<Line> where() {
            return rooms().stream().map(this::where).toList();
        }

        private Line where(RoomId room) {
            Optional<Site> site = site(room);
            String text = name(room) + site.map(each -> ", " + each.name()).orElse("");
            String address = site.map(each -> each.place().address()).orElse("");
            String local = site.flatMap(clocks::always)
                    .map(time -> words.text("where.local", time, address))
                    .orElse(address);
            return new Line(
                    text,
                    local,
                    occasion.isCancel()
                            ? Optional.empty()
                            : site.map(each -> new LetterLink(words.text("where.map"), map(each.place()))));
        }

        private ReplyLinks reply() {
            return new ReplyLinks(
                    words.text(date().isEmpty() ? "reply.question" : "reply.question.date"),
                    link("yes"),
                    link("maybe"),
                    link("no"));
        }

        private LetterLink link(String answer) {
            return new LetterLink(
                    words.text("reply." + answer), URI.create(occasion.page() + "?answer=" + answer + date()));
        }

        /** Whoever answers a mail about one date answers for that date. */
        private String date() {
            return occasion.owed().only().map(date -> "&date=" + date).orElse("");
        }

        private ZoneId zone() {
            return occasion.booking().schedule().zone();
        }

        private String name(RoomId room) {
            return directory.room(room).map(found -> found.name()).orElse(room.value());
        }

        private String nameAndSite(RoomId room) {
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
}
