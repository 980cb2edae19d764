package org.passerelle.invitation.letter;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.invitation.letter.Letter.Fact;
import org.passerelle.invitation.letter.Letter.Line;
import org.passerelle.invitation.letter.Letter.Link;
import org.passerelle.invitation.letter.Letter.Reply;
import org.passerelle.invitation.owed.Edition;
import org.passerelle.invitation.owed.Told;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Says what there is to say: what changed, when and where it is, how to get there, how to answer. */
@Component
public class LetterWriter {

    private static final int MOST_DATES = 6;

    private final Directories directories;

    LetterWriter(Directories directories) {
        this.directories = directories;
    }

    public Letter write(Occasion occasion, Reader reader) {
        return new Writing(occasion, reader, new LetterWords(reader.language()), directories.current()).letter();
    }

    /** One letter on its way. */
    private record Writing(Occasion occasion, Reader reader, LetterWords words, Directory directory) {

        Letter letter() {
            String title = occasion.booking().content().title();
            String first = dates().stream()
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
                    reader.optOut().map(link -> new Link(words.text("closing.opt-out"), link)));
        }

        private String lead() {
            String theme = occasion.isWithdrawn() ? "withdrawn" : occasion.theme();
            boolean isOwn = theme.equals("invited") && occasion.isOwn();
            return words.text(
                    "lead." + (isOwn ? "own" : theme), occasion.chair().name());
        }

        private List<Fact> facts() {
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact(words.text(occasion.isCancel() ? "fact.called-off" : "fact.when"), when()));
            before().ifPresent(time -> facts.add(new Fact(
                    words.text("fact.before"),
                    List.of(new Line(
                            inZone(words.when(time, zone())), readersTime(time).orElse(""), Optional.empty())))));
            facts.add(new Fact(words.text("fact.where"), where()));
            if (occasion.isCancel()) {
                return facts;
            }
            occasion.join()
                    .ifPresent(join -> facts.add(new Fact(
                            words.text("fact.join"),
                            List.of(new Line("", "", Optional.of(new Link(words.text("join.link"), join)))))));
            String notes = occasion.booking().content().notes();
            if (!notes.isBlank()) {
                facts.add(new Fact(
                        words.text("fact.notes"), notes.lines().map(Line::of).toList()));
            }
            return facts;
        }

        private List<Line> when() {
            List<Told> dates = dates();
            List<Line> lines = new ArrayList<>();
            dates.stream()
                    .limit(dates.size() == MOST_DATES + 1 ? MOST_DATES + 1 : MOST_DATES)
                    .map(date -> new Line(inZone(words.when(date.time(), zone())), note(date), Optional.empty()))
                    .forEach(lines::add);
            int more = dates.size() - lines.size();
            if (more > 0) {
                Told last = dates.get(dates.size() - 1);
                lines.add(Line.of(words.text(
                        "when.more",
                        more,
                        words.day(last.time().start().atZone(zone()).toLocalDate()))));
            }
            return lines;
        }

        /** What the mail is about and is not over. */
        private List<Told> dates() {
            Edition told = occasion.isCancel()
                    ? occasion.owed().before().orElse(occasion.owed().now())
                    : occasion.owed().now();
            return occasion.owed()
                    .only()
                    .map(only -> told.date(only).stream().toList())
                    .orElseGet(() -> told.dates().stream()
                            .filter(date -> date.time().end().isAfter(occasion.now()))
                            .toList());
        }

        /** The time that was told before, of the one date that this is about, if it has moved. */
        private Optional<Interval> before() {
            List<Told> dates = dates();
            if (occasion.isCancel() || dates.size() != 1) {
                return Optional.empty();
            }
            return occasion.owed()
                    .before()
                    .flatMap(edition -> edition.date(dates.get(0).recurrenceId())
                            .or(() -> edition.dates().size() == 1
                                    ? Optional.of(edition.dates().get(0))
                                    : Optional.empty()))
                    .map(Told::time)
                    .filter(time -> !time.equals(dates.get(0).time()));
        }

        private String note(Told date) {
            return Stream.concat(readersTime(date.time()).stream(), otherRooms(date).stream())
                    .collect(Collectors.joining(" · "));
        }

        /** On the reader's own clock, where it shows something else. */
        private Optional<String> readersTime(Interval time) {
            return reader.zone()
                    .filter(own -> !own.getRules()
                            .getOffset(time.start())
                            .equals(zone().getRules().getOffset(time.start())))
                    .map(own -> words.text(
                            "when.yours",
                            isOnSameDays(time, own) ? LetterWords.times(time, own) : words.when(time, own),
                            words.zone(own)));
        }

        private boolean isOnSameDays(Interval time, ZoneId own) {
            return day(time.start(), own).equals(day(time.start(), zone()))
                    && day(time.end(), own).equals(day(time.end(), zone()))
                    && day(time.start(), own).equals(day(time.end(), own));
        }

        private static LocalDate day(Instant moment, ZoneId zone) {
            return moment.atZone(zone).toLocalDate();
        }

        private Optional<String> otherRooms(Told date) {
            return Optional.of(date.rooms())
                    .filter(rooms -> !rooms.equals(rooms()))
                    .map(rooms -> rooms.stream().map(this::name).collect(Collectors.joining(", ")));
        }

        private List<RoomId> rooms() {
            List<Told> dates = dates();
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
            String local = site.flatMap(this::localTime)
                    .map(time -> words.text("where.local", time, address))
                    .orElse(address);
            return new Line(
                    text,
                    local,
                    occasion.isCancel()
                            ? Optional.empty()
                            : site.map(each -> new Link(words.text("where.map"), map(each.place()))));
        }

        /** The times of the first date on the clocks of a site, where they differ. */
        private Optional<String> localTime(Site site) {
            return dates().stream()
                    .findFirst()
                    .map(Told::time)
                    .filter(time -> !offset(site.zone(), time).equals(offset(zone(), time)))
                    .map(time -> LetterWords.times(time, site.zone()) + " " + words.zone(site.zone()));
        }

        private static Object offset(ZoneId zone, Interval time) {
            return zone.getRules().getOffset(time.start());
        }

        private Reply reply() {
            return new Reply(words.text("reply.question"), link("yes"), link("maybe"), link("no"));
        }

        private Link link(String answer) {
            return new Link(words.text("reply." + answer), URI.create(occasion.page() + "?answer=" + answer));
        }

        private String inZone(String time) {
            return time + " (" + words.zone(zone()) + ")";
        }

        private ZoneId zone() {
            return occasion.booking().schedule().zone();
        }

        private String name(RoomId room) {
            return directory.room(room).map(found -> found.name()).orElse(room.value());
        }

        private Optional<Site> site(RoomId room) {
            return directory.room(room).map(directory::siteOf);
        }

        private static URI map(Site.Place place) {
            return URI.create(String.format(
                    Locale.ROOT,
                    "https://www.openstreetmap.org/?mlat=%1$.4f&mlon=%2$.4f#map=17/%1$.4f/%2$.4f",
                    place.latitude(),
                    place.longitude()));
        }
    }
}
