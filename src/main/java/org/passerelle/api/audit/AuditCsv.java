package org.passerelle.api.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.text.Csv;

/** The record as a table (RFC 4180): a row for each field and date that changed, and one for a change without any. */
final class AuditCsv {

    private static final List<String> HEADER = List.of(
            "at", "booking", "version", "type", "door", "actor", "title", "recurrenceId", "what", "before", "after");

    private AuditCsv() {}

    static String of(List<AuditView> entries) {
        return Stream.concat(Stream.of(HEADER), entries.stream().flatMap(entry -> rows(entry).stream()))
                .map(Csv::row)
                .collect(Collectors.joining());
    }

    private static List<List<String>> rows(AuditView entry) {
        List<List<String>> rows = new ArrayList<>();
        entry.fields().forEach(field -> rows.add(row(entry, "", field.field(), field.before(), field.after())));
        entry.dates()
                .forEach(date -> rows.add(
                        row(entry, date.recurrenceId().toString(), "DATE", words(date.before()), words(date.after()))));
        if (rows.isEmpty()) {
            rows.add(row(entry, "", "", null, null));
        }
        return rows;
    }

    private static List<String> row(
            AuditView entry, String date, String what, @Nullable String before, @Nullable String after) {
        return List.of(
                entry.at().toString(),
                entry.booking(),
                Long.toString(entry.version()),
                entry.type(),
                entry.door(),
                Optional.ofNullable(entry.actor())
                        .map(who -> who.email() == null ? who.id() : who.email())
                        .orElse(""),
                Optional.ofNullable(entry.title()).orElse(""),
                date,
                what,
                Optional.ofNullable(before).orElse(""),
                Optional.ofNullable(after).orElse(""));
    }

    private static @Nullable String words(AuditView.@Nullable StateView date) {
        return date == null
                ? null
                : "%s/%s %s %s".formatted(date.start(), date.end(), String.join(" ", date.rooms()), date.state());
    }
}
