package org.passerelle.calendar.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.write.BookingCalendar;
import org.passerelle.calendar.write.ContentLine;
import org.passerelle.calendar.write.IcsWriter;
import org.passerelle.i18n.FeedTexts;
import org.passerelle.i18n.TaskTexts;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/** What a feed says of itself: each fact in the words of RFC 7986 and in the older ones that Outlook and Apple read. */
@Component
class FeedHead {

    private static final Duration REFRESH = Duration.ofMinutes(15);

    private final PublicUrl publicUrl;
    private final FeedTexts texts;

    FeedHead(PublicUrl publicUrl, FeedTexts texts) {
        this.publicUrl = publicUrl;
        this.texts = texts;
    }

    /**
     * From {@code BEGIN:VCALENDAR} to before the first component. Its own address is not in it, for whoever is sent the
     * file must not learn it; nor has it a UID (optional, RFC 7986 section 5.3), which some programs take for that of its events.
     *
     * @param changed the last change of anything it shows
     * @param until from when on something is left out to keep the file small, if anything is
     * @param repeatsInUtc whether something in it repeats by the clock of UTC. Its times say no zone of their own, and programs
     *     that trust X-WR-TIMEZONE would repeat it by the clock of that zone
     */
    byte[] write(FeedReader reader, Instant changed, Optional<Instant> until, boolean repeatsInUtc) {
        FeedTopic topic = reader.topic();
        ZoneId zone = topic.zone();
        Optional<LocalDate> leftOutFrom =
                until.map(moment -> moment.atZone(zone).toLocalDate());
        boolean isOfTasks = topic.subject().scope() == FeedScope.TASKS;
        String name = isOfTasks ? TaskTexts.calendar(topic.name(), reader.locale()) : topic.name();
        String about = isOfTasks
                ? texts.tasks(topic.name(), reader.locale(), leftOutFrom)
                : texts.description(topic.name(), reader.locale(), leftOutFrom);
        IcsWriter out = new IcsWriter()
                .begin("VCALENDAR")
                .write(ContentLine.plain("VERSION", "2.0"))
                .write(ContentLine.text("PRODID", BookingCalendar.PRODUCT))
                .write(ContentLine.plain("CALSCALE", "GREGORIAN"))
                .write(ContentLine.plain("METHOD", ItipMethod.PUBLISH.name()))
                .write(ContentLine.utc("LAST-MODIFIED", changed))
                .write(ContentLine.text("NAME", name))
                .write(ContentLine.text("X-WR-CALNAME", name))
                .write(ContentLine.text("DESCRIPTION", about))
                .write(ContentLine.text("X-WR-CALDESC", about))
                .write(ContentLine.plain("URL", publicUrl.link(topic.page()).toString()));
        if (!repeatsInUtc) {
            out.write(ContentLine.text("X-WR-TIMEZONE", zone.getId()));
        }
        return out.write(ContentLine.duration("REFRESH-INTERVAL", REFRESH).with("VALUE", "DURATION"))
                .write(ContentLine.duration("X-PUBLISHED-TTL", REFRESH))
                .write(ContentLine.text("COLOR", "teal"))
                .write(ContentLine.text("X-APPLE-CALENDAR-COLOR", "#008080"))
                .toBytes();
    }
}
