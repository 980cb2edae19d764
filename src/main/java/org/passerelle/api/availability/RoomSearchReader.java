package org.passerelle.api.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.BookingNotMade;
import org.passerelle.api.Fields;
import org.passerelle.api.InvalidRequest;
import org.passerelle.availability.RoomFinder;
import org.passerelle.availability.query.RoomQuery;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.refusal.EmptySchedule;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.Slug;
import org.passerelle.platform.text.Text;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;
import org.passerelle.time.WrittenTimes;

/** Makes a question for rooms of the fields of one request. */
final class RoomSearchReader {

    /** No booking can be longer, for it would hold too many slots. */
    private static final Duration LONGEST = Duration.ofDays(69);

    private static final int MOST_SITES = 200;
    private static final int MOST_KINDS = 20;
    private static final int MOST_WORDS = 20;
    private static final int LONGEST_WORD = 64;
    private static final int MOST_LISTED = 1000;

    private final Fields errors = new Fields();
    private final RoomSearchFields sent;
    private final Directory directory;

    private RoomSearchReader(RoomSearchFields sent, Directory directory) {
        this.sent = sent;
        this.directory = directory;
    }

    /**
     * @param usual where {@code seeker} met last
     * @throws InvalidRequest naming every field that is missing or makes no sense
     * @throws EmptySchedule if the recurrence has no date
     * @throws BookingNotMade if it has more dates than a booking may have
     */
    static RoomQuery read(RoomSearchFields sent, Person seeker, Optional<SiteId> usual, Directory directory) {
        return new RoomSearchReader(sent, directory).query(seeker, usual);
    }

    /** How many rooms to answer. */
    static int limit(RoomSearchFields sent) {
        int limit = sent.limit() == null ? RoomFinder.USUAL_LIMIT : sent.limit();
        if (limit < 1 || limit > MOST_LISTED) {
            throw new InvalidRequest("limit", "limit.bounds");
        }
        return limit;
    }

    private RoomQuery query(Person seeker, Optional<SiteId> usual) {
        Optional<Interval> first = first();
        int attendees = attendees();
        Set<SiteId> sites = values("sites", sent.sites(), MOST_SITES, this::site, "conference.site");
        Set<RoomKind> kinds = values("kinds", sent.kinds(), MOST_KINDS, RoomKind::valueOf, "availability.kinds");
        Set<String> words =
                values("equipment", sent.equipment(), MOST_WORDS, RoomSearchReader::word, "conference.equipment");
        Optional<String> layout = layout();
        Optional<ZoneId> zone = zone(sites);
        Optional<Recurrence> recurrence = errors.recurrence("recurrence", sent.recurrence());
        errors.requireNone();
        var needs = new RoomQuery.Needs(kinds, words, sites, Boolean.TRUE.equals(sent.stepFree()), layout);
        List<Interval> times = recurrence
                .map(rule -> dates(rule, first.orElseThrow(), zone.orElseThrow()))
                .orElseGet(() -> List.of(first.orElseThrow()));
        return new RoomQuery(seeker, times, attendees, needs, usual);
    }

    private Optional<Interval> first() {
        Optional<Instant> from = errors.parsed("from", sent.from(), WrittenTimes::instant, "time.instant");
        Optional<Instant> to = errors.parsed("to", sent.to(), WrittenTimes::instant, "time.instant");
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (!from.get().isBefore(to.get())) {
            errors.refuse("to", "time.order");
            return Optional.empty();
        }
        if (Duration.between(from.get(), to.get()).compareTo(LONGEST) > 0) {
            errors.refuse("to", "time.window-too-long");
        }
        return Optional.of(Interval.of(from.get(), to.get()));
    }

    private int attendees() {
        Integer attendees = sent.attendees();
        if (attendees == null) {
            errors.refuse("attendees", "field.missing");
            return 1;
        }
        if (attendees < 1 || attendees > Content.MOST_PEOPLE) {
            errors.refuse("attendees", "conference.attendees");
            return 1;
        }
        return attendees;
    }

    private <T> Set<T> values(
            String field, @Nullable List<@Nullable String> texts, int most, Function<String, T> parse, String message) {
        Set<T> values = new LinkedHashSet<>();
        if (texts == null) {
            return values;
        }
        if (texts.size() > most) {
            errors.refuse(field, "availability.too-many");
            return values;
        }
        for (String text : new HashSet<>(texts)) {
            Optional<T> value = errors.parsed(field, text, parse, message);
            if (value.isEmpty()) {
                return values;
            }
            values.add(value.get());
        }
        return values;
    }

    private Optional<String> layout() {
        return Optional.ofNullable(sent.layout())
                .filter(word -> !word.isBlank())
                .flatMap(word -> errors.parsed("layout", word, RoomSearchReader::slug, "booking.layout"));
    }

    private static String slug(String word) {
        Slug.require(word);
        return word;
    }

    private SiteId site(String name) {
        SiteId id = new SiteId(name);
        if (directory.site(id).isEmpty()) {
            throw new IllegalArgumentException("There is no such site");
        }
        return id;
    }

    private static String word(String text) {
        if (text.isBlank() || text.length() > LONGEST_WORD || !Text.isLine(text)) {
            throw new IllegalArgumentException("Not a word");
        }
        return text;
    }

    private Optional<ZoneId> zone(Set<SiteId> sites) {
        if (sent.timeZone() != null) {
            Optional<ZoneId> named = WrittenTimes.zone(sent.timeZone());
            if (named.isEmpty()) {
                errors.refuse("timeZone", "availability.zone");
            }
            return named;
        }
        List<@Nullable String> asked = sent.sites();
        return Optional.ofNullable(asked == null || asked.isEmpty() ? null : asked.get(0))
                .flatMap(name ->
                        sites.stream().filter(id -> id.value().equals(name)).findFirst())
                .flatMap(directory::site)
                .map(Site::zone)
                .or(() -> Optional.of(offset()));
    }

    private ZoneId offset() {
        return Optional.ofNullable(sent.from())
                .flatMap(from -> WrittenTimes.ifReadable(from, WrittenTimes::offset))
                .orElse(ZoneOffset.UTC); // what cannot be read is refused as a time already
    }

    private static List<Interval> dates(Recurrence rule, Interval first, ZoneId zone) {
        List<Recurrence.Start> starts =
                rule.first(RoomQuery.MOST_TIMES + 1, first.start().atZone(zone).toLocalDateTime(), zone);
        if (starts.isEmpty()) {
            throw new EmptySchedule();
        }
        if (starts.size() > RoomQuery.MOST_TIMES) {
            String last =
                    starts.get(RoomQuery.MOST_TIMES - 1).local().toLocalDate().toString();
            throw BookingNotMade.because(
                    List.of(Reason.of(ReasonCode.TOO_MANY_OCCURRENCES, Integer.toString(RoomQuery.MOST_TIMES), last)));
        }
        EventDuration length = onTheWall(first, zone);
        List<Interval> dates = starts.stream()
                .map(start -> length.startingAt(start.local(), zone))
                .toList();
        for (int i = 1; i < dates.size(); i++) {
            if (dates.get(i).start().isBefore(dates.get(i - 1).end())) {
                throw new InvalidRequest("recurrence", "availability.overlap");
            }
        }
        return dates;
    }

    /** Each date ends when the clocks show the end of the first, as a booking from one time until another does. */
    private static EventDuration onTheWall(Interval first, ZoneId zone) {
        LocalDateTime start = LocalDateTime.ofInstant(first.start(), zone);
        LocalDateTime end = LocalDateTime.ofInstant(first.end(), zone);
        return start.isBefore(end) ? EventDuration.between(start, end) : EventDuration.exact(first.length());
    }
}
