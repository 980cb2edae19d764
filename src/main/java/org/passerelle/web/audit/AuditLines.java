package org.passerelle.web.audit;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.Accounts;
import org.passerelle.account.Contact;
import org.passerelle.account.Person;
import org.passerelle.booking.audit.AuditEntry;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.booking.changelog.ChangeType;
import org.passerelle.booking.changelog.DateChange;
import org.passerelle.booking.changelog.DateChange.LoggedDate;
import org.passerelle.booking.changelog.FieldChange;
import org.passerelle.booking.changelog.FieldChange.Field;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.override.OverridableRule;
import org.passerelle.calendar.write.RoomWords;
import org.passerelle.directory.Directories;
import org.passerelle.directory.RoomId;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.platform.work.CorrelationId.Door;
import org.passerelle.time.Interval;
import org.passerelle.web.PageWords;
import org.passerelle.web.ReaderZone;
import org.springframework.stereotype.Component;

/** Lines of the record in the words of their reader, moments on the clock of a site that they manage. */
@Component
class AuditLines {

    /** What people read as it is; of the others it is enough that they changed. */
    private static final Set<Field> READABLE = EnumSet.of(
            Field.TITLE,
            Field.NOTES,
            Field.ATTENDEES,
            Field.HEADCOUNT,
            Field.ARRANGEMENTS,
            Field.ROOMS,
            Field.OVERRIDES,
            Field.MESSAGE);

    private final Accounts accounts;
    private final Directories directories;
    private final ReasonTexts reasons;
    private final PageWords words;

    AuditLines(Accounts accounts, Directories directories, ReasonTexts reasons, PageWords words) {
        this.accounts = accounts;
        this.directories = directories;
        this.reasons = reasons;
        this.words = words;
    }

    /**
     * One change.
     *
     * @param title of the booking; empty if the reader may not know it
     * @param who did it, in words
     * @param changes what became of what, in words
     */
    record AuditLine(
            String at,
            String booking,
            Optional<String> title,
            ChangeType type,
            String who,
            Door door,
            List<Difference> changes) {}

    /**
     * What became of one thing.
     *
     * @param before empty if there was nothing, or it is not told
     */
    record Difference(String what, String before, String after) {}

    List<AuditLine> of(List<AuditEntry> entries, Person reader, Locale locale) {
        ZoneId zone = ReaderZone.of(reader, directories.current());
        return entries.stream().map(entry -> line(entry, zone, locale)).toList();
    }

    private AuditLine line(AuditEntry entry, ZoneId zone, Locale locale) {
        LoggedChange change = entry.change();
        List<Difference> changes = new ArrayList<>();
        change.fields().forEach(field -> changes.add(difference(field, locale)));
        change.dates().forEach(date -> changes.add(difference(date, zone, locale)));
        return new AuditLine(
                PageWords.moment(change.at(), zone, locale),
                change.booking().value(),
                entry.title(),
                change.type(),
                change.actor()
                        .person()
                        .map(id -> named(id, locale))
                        .orElseGet(() -> words.text("audit.program", locale)),
                change.actor().door(),
                changes);
    }

    private String named(ActorId id, Locale locale) {
        return id.account()
                .map(accounts::contact)
                .map(Contact::shown)
                .orElseGet(() -> words.text("audit.outsider", locale));
    }

    private Difference difference(FieldChange change, Locale locale) {
        String what = words.text("audit.field." + change.field(), locale);
        boolean isTold = READABLE.contains(change.field());
        return new Difference(
                what,
                isTold ? text(change, change.before(), locale) : "",
                isTold ? text(change, change.after(), locale) : "");
    }

    private String text(FieldChange change, Optional<String> value, Locale locale) {
        return value.map(text -> switch (change.field()) {
                    case ROOMS -> rooms(text);
                    case OVERRIDES -> rules(text, locale);
                    default -> text;
                })
                .orElse("");
    }

    private String rules(String names, Locale locale) {
        return Arrays.stream(names.split(" "))
                .map(name -> reasons.of(OverridableRule.valueOf(name), locale))
                .collect(Collectors.joining(", "));
    }

    private String rooms(String ids) {
        return Arrays.stream(ids.split(" ")).map(id -> room(new RoomId(id))).collect(Collectors.joining(", "));
    }

    private String room(RoomId id) {
        return new RoomWords(directories.current()).of(id);
    }

    private Difference difference(DateChange change, ZoneId zone, Locale locale) {
        return new Difference(
                words.text("audit.date", locale),
                change.before().map(date -> text(date, zone, locale)).orElse(""),
                change.after().map(date -> text(date, zone, locale)).orElse(""));
    }

    private String text(LoggedDate date, ZoneId zone, Locale locale) {
        String when = when(date.time(), zone, locale);
        String where = where(date.rooms());
        String asked = date.asked()
                .map(place -> words.text(
                        "audit.requested", locale, when(place.time(), zone, locale) + ", " + where(place.rooms())))
                .orElse("");
        String state = date.state() == OccurrenceState.PLANNED ? "" : words.text("audit.state." + date.state(), locale);
        return List.of(when, where, state, asked).stream()
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String when(Interval time, ZoneId zone, Locale locale) {
        return PageWords.moment(time.start(), zone, locale) + "–" + PageWords.time(time.end(), zone);
    }

    private String where(List<RoomId> rooms) {
        return rooms.stream().map(this::room).collect(Collectors.joining(", "));
    }
}
