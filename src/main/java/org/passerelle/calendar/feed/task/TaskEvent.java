package org.passerelle.calendar.feed.task;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.task.SiteTask;
import org.passerelle.booking.task.SiteTask.TaskKind;
import org.passerelle.calendar.write.ContentLine;
import org.passerelle.calendar.write.IcsWriter;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.directory.arrangement.ServiceOffer;
import org.passerelle.i18n.LayoutTexts;
import org.passerelle.i18n.TaskTexts;
import org.passerelle.platform.digest.Digests;

/**
 * One thing that a site has to do as an event (RFC 5545 section 3.6.1): it takes nobody's time, and says neither what people meet
 * for nor who they are. Its UID stays the same for as long as the date has this to be done.
 *
 * @param tellsNotes whether what was said with an order is told
 */
public record TaskEvent(Site site, Directory directory, Locale locale, boolean tellsNotes) {

    private static final String DOMAIN = "@tasks.passerelle";

    /** @param page where people find the booking in a browser */
    public byte[] write(SiteTask task, Booking booking, URI page) {
        Instant end = end(task, booking);
        IcsWriter out = new IcsWriter()
                .begin("VEVENT")
                .write(ContentLine.text("UID", uid(task)))
                .write(ContentLine.utc("DTSTAMP", booking.status().changed()))
                .write(ContentLine.utc("DTSTART", task.at()));
        if (end.isAfter(task.at())) {
            out.write(ContentLine.utc("DTEND", end));
        }
        return out.write(ContentLine.text("SUMMARY", summary(task)))
                .write(ContentLine.text("LOCATION", room(task).map(Room::name).orElse("") + ", " + site.name()))
                .write(ContentLine.text("DESCRIPTION", description(task)))
                .write(ContentLine.plain("STATUS", task.certain() ? "CONFIRMED" : "TENTATIVE"))
                .write(ContentLine.plain("TRANSP", "TRANSPARENT"))
                .write(ContentLine.plain("URL", page.toString()))
                .end("VEVENT")
                .toBytes();
    }

    private static String uid(SiteTask task) {
        return Digests.shortHex("%s %s %s %s %s"
                        .formatted(task.booking(), task.recurrenceId(), task.kind(), task.room(), task.what()))
                + DOMAIN;
    }

    /** To furnish a room takes until people meet, to clear it away until it is free for others, and the rest while they meet. */
    private static Instant end(SiteTask task, Booking booking) {
        return switch (task.kind()) {
            case SET_UP -> task.meeting().start();
            case SERVICE -> task.meeting().end();
            case CLEAN_UP ->
                booking.occurrence(task.recurrenceId()).stream()
                        .flatMap(date -> date.places().stream())
                        .filter(place -> place.room().equals(task.room()))
                        .map(Place::occupied)
                        .map(time -> time.end())
                        .findFirst()
                        .orElse(task.at());
        };
    }

    private Optional<Room> room(SiteTask task) {
        return directory.room(task.room());
    }

    private String summary(SiteTask task) {
        String what = task.kind() == TaskKind.SERVICE
                ? directory.service(task.what()).map(ServiceOffer::name).orElse(task.what())
                : LayoutTexts.of(task.what(), room(task).stream().toList(), locale);
        return TaskTexts.summary(task.kind().name(), task.quantity(), what, locale);
    }

    private String description(SiteTask task) {
        ZoneId zone = site.zone();
        List<String> lines = new ArrayList<>();
        lines.add(TaskTexts.meeting(task.meeting(), zone, locale));
        task.people().ifPresent(people -> lines.add(TaskTexts.people(people, locale)));
        if (tellsNotes && !task.note().isEmpty()) {
            lines.add(task.note());
        }
        if (!task.certain()) {
            lines.add(TaskTexts.uncertain(locale));
        }
        return String.join("\n", lines);
    }
}
