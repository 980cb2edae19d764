package org.passerelle.roomagent.reply;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.booking.model.Skipped;
import org.passerelle.calendar.fault.CalendarFault;
import org.passerelle.calendar.fault.CalendarFaultTexts;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.i18n.AvailabilityTexts;
import org.passerelle.i18n.DayTexts;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.i18n.NetworkLanguage;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.platform.PublicUrl;
import org.passerelle.roomagent.event.StepOutcome;
import org.passerelle.roomagent.message.Explanation;
import org.passerelle.roomagent.series.Reach;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What rooms say. Always in all languages, one after the other, for nobody knows what an organiser reads; that of the
 * network comes first.
 */
@Component
public class AnswerTexts {

    private static final int MOST_REASONS = 5;
    private static final int MOST_DATES = 12;

    private final LanguageBundle messages = new LanguageBundle("org/passerelle/roomagent/reply/answers");
    private final List<Locale> languages;
    private final ReasonTexts reasons;
    private final AvailabilityTexts changes;
    private final Directories directories;
    private final PublicUrl url;

    public AnswerTexts(
            NetworkLanguage first,
            ReasonTexts reasons,
            AvailabilityTexts changes,
            Directories directories,
            PublicUrl url) {
        this.languages = first.thenOthers();
        this.reasons = reasons;
        this.changes = changes;
        this.directories = directories;
        this.url = url;
    }

    /** One sentence in every language. */
    String inEach(String key, Object... arguments) {
        return languages.stream().map(locale -> text(key, locale, arguments)).collect(Collectors.joining("\n"));
    }

    /** One sentence in every language, about {@code room}. */
    public String explained(Room room, Explanation why) {
        return inEach(
                why.key(),
                Stream.concat(Stream.of(room.name()), why.details().stream()).toArray());
    }

    /** In the language that the text of an answer begins with, which is also that of its subject. */
    String inFirst(String key, Object... arguments) {
        return text(key, languages.get(0), arguments);
    }

    String accepted(Room room, boolean isFirm, StepOutcome outcome) {
        return languages.stream()
                .flatMap(locale -> accepted(room, isFirm, outcome, locale))
                .collect(Collectors.joining("\n"));
    }

    private Stream<String> accepted(Room room, boolean isFirm, StepOutcome outcome, Locale locale) {
        Stream<String> yes = Stream.of(text(isFirm ? "answer.accepted" : "answer.tentative", locale, room.name()));
        Stream<String> until = outcome.reach().stream()
                .map(reach -> text("answer.truncated", locale, room.name(), DayTexts.full(reach.last(), locale)));
        Stream<String> missed = Stream.of(outcome.missed())
                .filter(dates -> !dates.isEmpty())
                .map(dates -> text("answer.missed", locale, room.name()) + " " + dates(room, dates, locale));
        return Stream.of(yes, until, missed).flatMap(lines -> lines);
    }

    /** That {@code time} lies too far ahead. */
    String beyond(Room room, Reach reach, Interval time) {
        ZoneId zone = directories.current().siteOf(room).zone();
        return languages.stream()
                .map(locale -> text("answer.date-missed", locale, room.name(), moment(time, zone, locale)) + " "
                        + text("answer.truncated", locale, room.name(), DayTexts.full(reach.last(), locale)))
                .collect(Collectors.joining("\n"));
    }

    private String dates(Room room, List<Skipped> missed, Locale locale) {
        ZoneId zone = directories.current().siteOf(room).zone();
        return missed.stream()
                .limit(MOST_DATES)
                .map(date -> moment(date.time(), zone, locale) + closedFor(room, date, locale))
                .collect(Collectors.joining("; ", "", missed.size() > MOST_DATES ? "; …" : "."));
    }

    /** What the site is closed for on that date, in brackets; nothing where it is open. */
    private String closedFor(Room room, Skipped date, Locale locale) {
        Site site = directories.current().siteOf(room);
        LocalDate begins = LocalDate.ofInstant(date.time().start(), site.zone());
        return StepOutcome.closure(room, site, date)
                .map(closed -> closed.day().equals(begins)
                        ? " (" + closed.reason() + ")"
                        : " (" + DayTexts.full(closed.day(), locale) + ", " + closed.reason() + ")")
                .orElse("");
    }

    String missed(Room room, Skipped date) {
        ZoneId zone = directories.current().siteOf(room).zone();
        return languages.stream()
                .map(locale -> reasons.of(
                                StepOutcome.reason(room, directories.current().siteOf(room), date), locale) + " "
                        + text("answer.date-missed", locale, room.name(), moment(date.time(), zone, locale)))
                .collect(Collectors.joining("\n"));
    }

    /** @param link by which the first of what could be had instead is booked; empty where there is none */
    String declined(Room room, StepOutcome.Refusal refusal, String key, Optional<URI> link) {
        return languages.stream()
                .map(locale -> declined(room, refusal, key, link, locale))
                .collect(Collectors.joining("\n\n"));
    }

    private String declined(Room room, StepOutcome.Refusal refusal, String key, Optional<URI> link, Locale locale) {
        String why = refusal.reasons().stream()
                .limit(MOST_REASONS)
                .map(reason -> reasons.of(reason, locale))
                .distinct()
                .collect(Collectors.joining(" "));
        String said = (text(key, locale, room.name()) + " " + why).strip();
        return refusal.instead().stream()
                .findFirst()
                .map(best -> said + "\n" + instead(best, link, locale))
                .orElse(said);
    }

    private String instead(NearMiss best, Optional<URI> link, Locale locale) {
        ZoneId zone = directories.current().siteOf(best.rooms().get(0)).zone();
        String rooms = best.rooms().stream().map(Room::name).collect(Collectors.joining(" + "));
        String words = text("answer.instead", locale) + " " + rooms + ", " + moment(best.time(), zone, locale) + " ("
                + changes.of(best.change(), locale) + ")";
        return link.map(page -> words + "\n" + text("answer.book", locale) + " " + page)
                .orElse(words);
    }

    /**
     * What became of one event or date.
     *
     * @param key of the word for it
     * @param start when it begins; empty where all of it is meant
     */
    public record ChangeWord(String key, Optional<Instant> start, CalendarEvent event) {}

    public String changedSubject(String title) {
        return languages.stream()
                        .map(locale -> text("notice.subject", locale))
                        .distinct()
                        .collect(Collectors.joining(" / "))
                + ": " + title;
    }

    /**
     * That {@code actor} changed something in the organiser's name.
     *
     * @param more how many changes are not among {@code changes}
     */
    public String changed(Room room, String actor, String title, List<ChangeWord> changes, int more) {
        ZoneId zone = directories.current().siteOf(room).zone();
        return languages.stream()
                .map(locale -> text("notice.lead", locale, room.name(), actor, title) + "\n"
                        + changes.stream()
                                .map(change -> "- " + line(change, zone, locale))
                                .collect(Collectors.joining("\n"))
                        + (more > 0 ? "\n" + text("notice.more", locale, more) : "") + "\n"
                        + text("notice.end", locale, room.name()))
                .collect(Collectors.joining("\n\n"));
    }

    private String line(ChangeWord change, ZoneId zone, Locale locale) {
        String word = text(change.key(), locale);
        return change.start()
                .map(start -> moment(start, start.plus(change.event().time().length()), zone, locale) + ": " + word)
                .orElse(word);
    }

    /** The page on which somebody with an account books {@code best}. */
    URI page(NearMiss best, StepOutcome.Refusal refusal) {
        ZoneId zone = directories.current().siteOf(best.rooms().get(0)).zone();
        var start = best.time().start().atZone(zone);
        var end = best.time().end().atZone(zone);
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/book")
                .queryParam("site", best.rooms().get(0).site())
                .queryParam("room", best.rooms().stream().map(Room::id).toList())
                .queryParam("date", start.toLocalDate())
                .queryParam("start", DateTimeFormatter.ofPattern("HH:mm").format(start))
                .queryParam("length", "CUSTOM")
                .queryParam("until", DateTimeFormatter.ofPattern("HH:mm").format(end));
        refusal.wished().ifPresent(order -> link.queryParam("title", "{title}"));
        String title = refusal.wished().map(order -> order.content().title()).orElse("");
        return URI.create(url.base() + link.encode().buildAndExpand(title).toUriString());
    }

    private static String moment(Interval time, ZoneId zone, Locale locale) {
        return moment(time.start(), time.end(), zone, locale);
    }

    private static String moment(Instant begin, Instant end, ZoneId zone, Locale locale) {
        DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm", locale);
        var start = begin.atZone(zone);
        return DayTexts.full(start.toLocalDate(), locale) + " " + clock.format(start) + "–"
                + clock.format(end.atZone(zone));
    }

    private String text(String key, Locale locale, Object... arguments) {
        Object[] told = Stream.of(arguments)
                .map(each -> each instanceof CalendarFault fault ? CalendarFaultTexts.of(fault, locale) : each)
                .toArray();
        return messages.text(key, locale, told);
    }
}
