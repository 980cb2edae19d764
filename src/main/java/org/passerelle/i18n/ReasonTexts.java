package org.passerelle.i18n;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.passerelle.booking.override.OverridableRule;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.springframework.stereotype.Component;

/** Says why a booking is refused: which room, on which date in the room's own calendar, and what the limit is. */
@Component
public class ReasonTexts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final Pattern METHODS = Pattern.compile("(WEB|SIP|H323|PSTN)(\\+(WEB|SIP|H323|PSTN))*");

    private static final Pattern OPENING_HOURS = Pattern.compile("(Mo|Tu|We|Th|Fr|Sa|Su).*\\d.*");

    private final LanguageBundle messages = new LanguageBundle("org/passerelle/i18n/reasons");
    private final Directories directories;

    public ReasonTexts(Directories directories) {
        this.directories = directories;
    }

    /** One sentence in the spoken language that is nearest to {@code wished}. */
    public String of(Reason reason, Locale wished) {
        return of(reason, wished, room -> RoomNames.withSite(room, directories.current()));
    }

    /** As {@link #of(Reason, Locale)}, where the room is known that it is about: of this room. */
    public String ofThisRoom(Reason reason, Locale wished) {
        Locale locale = Languages.nearest(wished);
        String sentence = of(
                reason,
                wished,
                room -> messages.find("this-room." + room.kind(), locale)
                        .orElseGet(() -> messages.text("this-room", locale)));
        return sentence.substring(0, 1).toUpperCase(locale) + sentence.substring(1);
    }

    private String of(Reason reason, Locale wished, Function<Room, String> named) {
        Locale locale = Languages.nearest(wished);
        Optional<Room> room = reason.room().flatMap(directories.current()::room);
        List<Object> arguments = new ArrayList<>();
        arguments.add(room.map(named)
                .orElseGet(() -> reason.room().map(Object::toString).orElse("")));
        Clocks clocks = clocks(reason, room);
        ConditionTexts.told(reason.details(), locale).stream()
                .map(detail -> LanguageBundle.numberOrText(inWords(detail, clocks, locale)))
                .forEach(arguments::add);
        while (arguments.size() < 3) {
            arguments.add("");
        }
        String key = "reason." + reason.code().token();
        String specific = key + "." + String.join(".", reason.details());
        String sentence = messages.find(specific, locale, arguments.toArray())
                .or(() -> firstSpecific(key, reason, arguments, locale))
                .or(() -> withoutRoom(key, reason, arguments, locale))
                .orElseGet(() -> messages.text(key, locale, arguments.toArray()));
        return day(clocks, room, locale)
                .map(day -> day + messages.text("colon", locale) + sentence)
                .orElse(String.valueOf(sentence));
    }

    /**
     * That {@code room} may be booked, in one sentence.
     *
     * @param conditions as the details of a reason have them; nothing where there are none
     */
    public String bookable(Room room, List<String> conditions, Locale wished) {
        Locale locale = Languages.nearest(wished);
        String name = RoomNames.withSite(room, directories.current());
        return conditions.isEmpty()
                ? messages.text("right.book", locale, name)
                : messages.text(
                        "right.book.conditions",
                        locale,
                        name,
                        ConditionTexts.told(conditions, locale).get(1));
    }

    /** What a rule that may be set aside is called, to be put into a sentence. */
    public String of(OverridableRule rule, Locale wished) {
        return messages.text("rule." + rule, Languages.nearest(wished));
    }

    /** A sentence for all whose first detail says what it is about and whose others fill it in. */
    private Optional<String> firstSpecific(String key, Reason reason, List<Object> arguments, Locale locale) {
        return reason.details().stream()
                .findFirst()
                .flatMap(detail -> messages.find(key + "." + detail, locale, arguments.toArray()));
    }

    /** A sentence that names no room, where there is none to name. */
    private Optional<String> withoutRoom(String key, Reason reason, List<Object> arguments, Locale locale) {
        return reason.room().isPresent()
                ? Optional.empty()
                : messages.find(key + ".no-room", locale, arguments.toArray());
    }

    /**
     * On which clocks times are told: those of the room, or of the first site, for a limit of a person belongs to none.
     *
     * @param day of the date concerned, which the sentence begins with if there is a room
     */
    private record Clocks(ZoneId zone, Optional<LocalDate> day) {}

    private Clocks clocks(Reason reason, Optional<Room> room) {
        Directory directory = directories.current();
        ZoneId zone = room.map(directory::siteOf)
                .or(() -> directory.sites().stream().findFirst())
                .<ZoneId>map(Site::zone)
                .orElse(ZoneOffset.UTC);
        return new Clocks(
                zone,
                closedDay(reason)
                        .or(() -> reason.recurrenceId()
                                .map(date -> date.atZone(zone).toLocalDate())));
    }

    /** Of a date that takes several days, the one on which the site is shut. */
    private static Optional<LocalDate> closedDay(Reason reason) {
        return reason.code() == ReasonCode.SITE_CLOSED && reason.details().size() > 1
                ? Optional.of(LocalDate.parse(reason.details().get(1)))
                : Optional.empty();
    }

    private static Optional<String> day(Clocks clocks, Optional<Room> room, Locale locale) {
        return room.flatMap(any -> clocks.day()).map(day -> date(day, locale));
    }

    private static String date(LocalDate date, Locale locale) {
        return DayTexts.brief(date, locale);
    }

    /** Details come in ISO 8601 forms; people get words. */
    private String inWords(String detail, Clocks clocks, Locale locale) {
        try {
            return translated(detail, clocks, locale);
        } catch (DateTimeException e) {
            return detail;
        }
    }

    private String translated(String detail, Clocks clocks, Locale locale) {
        if (detail.matches("PT.+")) {
            return DurationTexts.of(Duration.parse(detail), locale);
        }
        if (detail.matches("P[0-9].*")) {
            return DurationTexts.of(Period.parse(detail), locale);
        }
        if (detail.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return date(LocalDate.parse(detail), locale);
        }
        if (detail.matches("\\d{4}-\\d{2}-\\d{2}T.+Z")) {
            return moment(Instant.parse(detail), clocks, locale);
        }
        if (METHODS.matcher(detail).matches()) {
            return Arrays.stream(detail.split("\\+"))
                    .map(method -> messages.text("method." + method, locale))
                    .collect(Collectors.joining(", "));
        }
        return OPENING_HOURS.matcher(detail).matches() ? ConditionTexts.hours(detail, locale) : detail;
    }

    /** Without its day where the sentence is about that day. */
    private static String moment(Instant moment, Clocks clocks, Locale locale) {
        LocalDate day = moment.atZone(clocks.zone()).toLocalDate();
        String time = TIME.format(moment.atZone(clocks.zone()));
        return clocks.day().filter(day::equals).isPresent() ? time : date(day, locale) + ", " + time;
    }
}
