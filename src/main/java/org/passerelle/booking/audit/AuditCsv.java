package org.passerelle.booking.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.Accounts;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.booking.changelog.DateChange;
import org.passerelle.booking.changelog.DateChange.LoggedDate;
import org.passerelle.booking.changelog.FieldChange;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.text.Csv;
import org.passerelle.time.Interval;

/** The record as a table (RFC 4180): a row for each field and date that changed, and one for a change without any. */
public final class AuditCsv {

    private static final List<String> HEADER = List.of(
            "at", "booking", "version", "type", "door", "actor", "title", "recurrenceId", "what", "before", "after");

    private AuditCsv() {}

    public static String of(List<AuditEntry> entries, Accounts accounts) {
        return Stream.concat(Stream.of(HEADER), entries.stream().flatMap(entry -> rows(entry, accounts).stream()))
                .map(Csv::row)
                .collect(Collectors.joining());
    }

    private static List<List<String>> rows(AuditEntry entry, Accounts accounts) {
        LoggedChange change = entry.change();
        List<String> head = List.of(
                change.at().toString(),
                change.booking().value(),
                Long.toString(change.version()),
                change.type().name(),
                change.actor().door().name(),
                change.actor().person().map(id -> named(id, accounts)).orElse(""),
                entry.title().orElse(""));
        List<List<String>> rows = new ArrayList<>();
        for (FieldChange field : change.fields()) {
            rows.add(row(
                    head,
                    "",
                    field.field().name(),
                    field.before().orElse(""),
                    field.after().orElse("")));
        }
        for (DateChange date : change.dates()) {
            rows.add(row(head, date.recurrenceId().toString(), "DATE", words(date.before()), words(date.after())));
        }
        if (rows.isEmpty()) {
            String date = change.recurrenceId().map(Instant::toString).orElse("");
            rows.add(row(head, date, "", "", ""));
        }
        return rows;
    }

    private static List<String> row(List<String> head, String date, String what, String before, String after) {
        return Stream.concat(head.stream(), Stream.of(date, what, before, after))
                .toList();
    }

    /** The address of an account; the id of whoever has none that is known. */
    private static String named(ActorId id, Accounts accounts) {
        return id.account()
                .map(accounts::contact)
                .map(contact -> contact.email().value())
                .orElse(id.value());
    }

    private static String words(Optional<LoggedDate> date) {
        return date.map(each -> "%s %s%s"
                        .formatted(
                                words(each.time(), each.rooms()),
                                each.state(),
                                each.asked()
                                        .map(place -> " REQUESTED " + words(place.time(), place.rooms()))
                                        .orElse("")))
                .orElse("");
    }

    private static String words(Interval time, List<RoomId> rooms) {
        return "%s/%s %s"
                .formatted(
                        time.start(),
                        time.end(),
                        rooms.stream().map(RoomId::value).collect(Collectors.joining(" ")));
    }
}
