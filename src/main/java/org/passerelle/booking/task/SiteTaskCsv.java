package org.passerelle.booking.task;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.text.Csv;

/** What a site has to do as a table (RFC 4180), times on the clock of the site. */
public final class SiteTaskCsv {

    private static final List<String> HEADER =
            List.of("at", "kind", "room", "what", "quantity", "note", "from", "to", "people", "certain", "booking");

    private SiteTaskCsv() {}

    public static String of(List<SiteTask> tasks, ZoneId zone) {
        return Stream.concat(Stream.of(HEADER), tasks.stream().map(task -> row(task, zone)))
                .map(Csv::row)
                .collect(Collectors.joining());
    }

    private static List<String> row(SiteTask task, ZoneId zone) {
        return List.of(
                LocalDateTime.ofInstant(task.at(), zone).toString(),
                task.kind().name(),
                task.room().value(),
                task.what(),
                Integer.toString(task.quantity()),
                task.note(),
                LocalDateTime.ofInstant(task.meeting().start(), zone).toString(),
                LocalDateTime.ofInstant(task.meeting().end(), zone).toString(),
                task.people().map(String::valueOf).orElse(""),
                Boolean.toString(task.certain()),
                task.booking().value());
    }
}
