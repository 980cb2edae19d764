package org.passerelle.api.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.Fields;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.availability.MeetingTimesFields.PartyFields;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimeQuery.DayHours;
import org.passerelle.availability.query.MeetingTimeQuery.Order;
import org.passerelle.availability.query.MeetingTimeQuery.Party;
import org.passerelle.availability.query.MeetingTimeQuery.TimeTaste;
import org.passerelle.booking.model.Content;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.SiteId;
import org.passerelle.platform.text.Text;
import org.passerelle.time.Interval;
import org.passerelle.time.Recurrence;
import org.passerelle.time.RecurrenceEnd;
import org.passerelle.time.WrittenTimes;

/** Makes a question for a common time of the fields of one request. */
final class MeetingTimesReader {

    private static final int USUAL_LIMIT = 10;
    private static final int MOST_LISTED = 100;
    private static final int MOST_WORDS = 20;
    private static final int LONGEST_WORD = 64;

    private final Fields errors = new Fields();
    private final MeetingTimesFields sent;
    private final Directory directory;

    private MeetingTimesReader(MeetingTimesFields sent, Directory directory) {
        this.sent = sent;
        this.directory = directory;
    }

    /** @throws InvalidRequest naming every field that is missing or makes no sense */
    static MeetingTimeQuery read(MeetingTimesFields sent, Person seeker, Directory directory) {
        return new MeetingTimesReader(sent, directory).query(seeker);
    }

    private MeetingTimeQuery query(Person seeker) {
        List<Party> parties = parties();
        Optional<Duration> duration =
                errors.parsed("duration", sent.duration(), WrittenTimes::duration, "time.duration");
        Optional<Interval> window = window(duration);
        Optional<Recurrence> recurrence = recurrence();
        Optional<TimeTaste> taste = taste();
        errors.requireNone();
        return new MeetingTimeQuery(
                seeker, parties, duration.orElseThrow(), window.orElseThrow(), recurrence, taste.orElseThrow());
    }

    private List<Party> parties() {
        List<@Nullable PartyFields> all = sent.parties();
        if (all == null) {
            errors.refuse("parties", "field.missing");
            return List.of();
        }
        if (all.isEmpty() || all.size() > MeetingTimeQuery.MOST_PARTIES) {
            errors.refuse("parties", "conference.parties-count");
            return List.of();
        }
        List<Party> parties = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            party(all.get(i), "parties[" + i + "]").ifPresent(parties::add);
        }
        return parties;
    }

    private Optional<Party> party(@Nullable PartyFields fields, String path) {
        if (fields == null) {
            errors.refuse(path, "field.missing");
            return Optional.empty();
        }
        Optional<SiteId> site = errors.parsed(path + ".site", fields.site(), this::site, "conference.site");
        Integer attendees = fields.attendees();
        if (attendees == null) {
            errors.refuse(path + ".attendees", "field.missing");
        } else if (attendees < 1 || attendees > Content.MOST_PEOPLE) {
            errors.refuse(path + ".attendees", "conference.attendees");
            attendees = null;
        }
        Set<String> equipment = equipment(fields.equipment(), path + ".equipment");
        return site.isEmpty() || attendees == null
                ? Optional.empty()
                : Optional.of(new Party(site.get(), attendees, equipment));
    }

    private SiteId site(String name) {
        SiteId id = new SiteId(name);
        if (directory.site(id).isEmpty()) {
            throw new IllegalArgumentException("There is no such site");
        }
        return id;
    }

    private Set<String> equipment(@Nullable List<@Nullable String> words, String path) {
        Set<String> equipment = new HashSet<>();
        if (words == null) {
            return equipment;
        }
        if (words.size() > MOST_WORDS) {
            errors.refuse(path, "conference.equipment");
            return equipment;
        }
        for (String word : words) {
            if (word == null || word.isBlank() || word.length() > LONGEST_WORD || !Text.isLine(word)) {
                errors.refuse(path, "conference.equipment");
                return equipment;
            }
            equipment.add(word);
        }
        return equipment;
    }

    private Optional<Interval> window(Optional<Duration> duration) {
        var window = sent.window();
        if (window == null) {
            errors.refuse("window", "field.missing");
            return Optional.empty();
        }
        Optional<Instant> from = errors.parsed("window.from", window.from(), WrittenTimes::instant, "time.instant");
        Optional<Instant> to = errors.parsed("window.to", window.to(), WrittenTimes::instant, "time.instant");
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        Duration length = Duration.between(from.get(), to.get());
        if (length.isNegative() || length.isZero()) {
            errors.refuse("window.to", "time.order");
            return Optional.empty();
        }
        if (length.compareTo(MeetingTimeQuery.LONGEST_WINDOW) > 0) {
            errors.refuse("window.to", "time.window-too-long");
        } else if (duration.filter(each -> each.compareTo(length) > 0).isPresent()) {
            errors.refuse("duration", "conference.duration");
        }
        return Optional.of(Interval.of(from.get(), to.get()));
    }

    private Optional<Recurrence> recurrence() {
        Optional<Recurrence> recurrence = errors.recurrence("recurrence", sent.recurrence());
        recurrence
                .filter(rule -> rule.isInfinite() || isTooLong(rule))
                .ifPresent(rule -> errors.refuse("recurrence", "conference.recurrence"));
        return recurrence;
    }

    private static boolean isTooLong(Recurrence rule) {
        return rule.end() instanceof RecurrenceEnd.After && rule.end().count() > MeetingTimeQuery.MOST_DATES;
    }

    private Optional<TimeTaste> taste() {
        int limit = sent.limit() == null ? USUAL_LIMIT : sent.limit();
        if (limit < 1 || limit > MOST_LISTED) {
            errors.refuse("limit", "conference.limit");
            return Optional.empty();
        }
        Optional<Order> order = optional(
                "order", sent.order(), text -> Order.valueOf(text.toUpperCase(Locale.ROOT)), "conference.order");
        Optional<Duration> step = optional("step", sent.step(), MeetingTimesReader::step, "conference.step");
        return Optional.of(new TimeTaste(
                limit, order.orElse(Order.START), dayHours(), kinds(), Boolean.TRUE.equals(sent.sameKind()), step));
    }

    private <T> Optional<T> optional(String field, @Nullable String value, Function<String, T> parse, String message) {
        return value == null ? Optional.empty() : errors.parsed(field, value, parse, message);
    }

    private static Duration step(String text) {
        Duration step = WrittenTimes.duration(text);
        if (!TimeTaste.isStep(step)) {
            throw new IllegalArgumentException("Not a step");
        }
        return step;
    }

    private Optional<DayHours> dayHours() {
        var hours = sent.dayHours();
        if (hours == null) {
            return Optional.empty();
        }
        Optional<LocalTime> from = errors.parsed(
                "dayHours.from",
                hours.from(),
                text -> WrittenTimes.timeOfDay(hoursAndMinutes(text)),
                "conference.wall");
        Optional<LocalTime> to = errors.parsed(
                "dayHours.to", hours.to(), text -> WrittenTimes.endTime(hoursAndMinutes(text)), "conference.wall");
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (!DayHours.areInOrder(from.get(), to.get())) {
            errors.refuse("dayHours.to", "time.order");
            return Optional.empty();
        }
        return Optional.of(new DayHours(from.get(), to.get()));
    }

    private static String hoursAndMinutes(String text) {
        if (text.length() > "00:00".length()) {
            throw new IllegalArgumentException("More than hours and minutes");
        }
        return text;
    }

    private Set<RoomKind> kinds() {
        Set<RoomKind> kinds = new HashSet<>();
        if (sent.kinds() != null) {
            sent.kinds().stream()
                    .limit(MOST_LISTED)
                    .forEach(name -> errors.parsed("kinds", name, MeetingTimesReader::kind, "conference.kinds")
                            .ifPresent(kinds::add));
        }
        return kinds;
    }

    private static RoomKind kind(String name) {
        RoomKind kind = RoomKind.valueOf(name);
        if (kind.isCountable()) {
            throw new IllegalArgumentException("Nobody meets at a desk or in equipment");
        }
        return kind;
    }
}
