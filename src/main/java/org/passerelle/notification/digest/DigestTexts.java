package org.passerelle.notification.digest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.approval.WaitingRequests;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.invitation.text.MessageContent.Fact;
import org.passerelle.invitation.text.MessageContent.Line;
import org.passerelle.invitation.text.MessageContent.MessageLink;
import org.passerelle.invitation.text.MessageContent.ReplyLinks;
import org.passerelle.invitation.text.MessageWords;
import org.passerelle.invitation.text.Reader;
import org.passerelle.notification.choice.DigestRhythm;
import org.passerelle.notification.notice.NoticeText;
import org.passerelle.platform.PublicUrl;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/**
 * What a digest says: the dates of somebody's own bookings in their order, and how many requests wait for them; for who
 * manages sites also what happened there.
 */
@Component
class DigestTexts {

    private static final LanguageBundle TEXTS = new LanguageBundle("org/passerelle/notification/text/notice");
    private static final int MOST = 30;
    private static final int DAYS_OF_A_WEEK = 7;

    private final ReadingBookings reading;
    private final WaitingRequests waiting;
    private final Directories directories;
    private final SiteNews news;
    private final PublicUrl publicUrl;

    DigestTexts(
            ReadingBookings reading,
            WaitingRequests waiting,
            Directories directories,
            SiteNews news,
            PublicUrl publicUrl) {
        this.reading = reading;
        this.waiting = waiting;
        this.directories = directories;
        this.news = news;
        this.publicUrl = publicUrl;
    }

    private record DatedBooking(Booking booking, Occurrence date) {

        Instant start() {
            return date.time().start();
        }
    }

    /** Empty if there is nothing to say. */
    Optional<NoticeText> of(Person person, DigestRhythm rhythm, LocalDate day, Reader reader, Instant now) {
        ZoneId zone = reader.zone().orElse(ZoneOffset.UTC);
        LocalDate end = day.plusDays(rhythm == DigestRhythm.WEEKLY ? DAYS_OF_A_WEEK : 1);
        Interval span = Interval.of(
                day.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant());
        List<DatedBooking> dates = dates(person, span, now);
        int requests = waiting.of(person, Optional.empty()).size();
        MessageWords words = new MessageWords(reader.language());
        Instant since = now.minus(Duration.ofDays(rhythm == DigestRhythm.WEEKLY ? DAYS_OF_A_WEEK : 1));
        List<Fact> happened = news.of(person, since, now, words);
        return dates.isEmpty() && requests == 0 && happened.isEmpty()
                ? Optional.empty()
                : Optional.of(text(rhythm, dates, requests, happened, words, zone));
    }

    private List<DatedBooking> dates(Person person, Interval span, Instant now) {
        return reading.madeBy(person.id(), now).stream()
                .filter(booking -> booking.state() != BookingState.HELD)
                .flatMap(booking -> booking.occupying()
                        .filter(date -> date.time().overlaps(span) && date.isAhead(now))
                        .map(date -> new DatedBooking(booking, date)))
                .sorted(Comparator.comparing(DatedBooking::start)
                        .thenComparing(each -> each.booking().id().value()))
                .toList();
    }

    private NoticeText text(
            DigestRhythm rhythm,
            List<DatedBooking> dates,
            int requests,
            List<Fact> happened,
            MessageWords words,
            ZoneId zone) {
        String count = said(words, "bookings", dates.size());
        List<Fact> facts = new ArrayList<>();
        if (!dates.isEmpty()) {
            facts.add(new Fact(said(words, "dates"), lines(dates, words, zone)));
        }
        if (requests > 0) {
            facts.add(new Fact(
                    said(words, "requests"),
                    List.of(new Line(
                            said(words, "waiting", requests),
                            "",
                            Optional.of(new MessageLink(said(words, "requests"), publicUrl.link("/requests")))))));
        }
        facts.addAll(happened);
        URI own = publicUrl.link("/bookings");
        return new NoticeText(
                said(words, "subject." + rhythm, count),
                said(words, "heading." + rhythm),
                List.of(words.zone(zone)),
                facts,
                new ReplyLinks(said(words, "press"), List.of(new MessageLink(said(words, "press.link"), own))));
    }

    private List<Line> lines(List<DatedBooking> dates, MessageWords words, ZoneId zone) {
        Directory directory = directories.current();
        List<Line> lines = dates.stream()
                .limit(MOST)
                .map(each -> new Line(
                        each.booking().content().title(),
                        words.when(each.date().time(), zone) + ", " + rooms(each.date(), directory),
                        Optional.of(new MessageLink(
                                said(words, "open"),
                                publicUrl.link(
                                        "/bookings/" + each.booking().id().value())))))
                .collect(Collectors.toCollection(ArrayList::new));
        if (dates.size() > MOST) {
            lines.add(Line.of(said(words, "more", dates.size() - MOST)));
        }
        return lines;
    }

    private static String rooms(Occurrence date, Directory directory) {
        return date.rooms().stream().map(id -> name(id, directory)).collect(Collectors.joining(", "));
    }

    private static String name(RoomId id, Directory directory) {
        return directory.room(id).map(room -> room.name()).orElse(id.value());
    }

    private static String said(MessageWords words, String key, Object... arguments) {
        return TEXTS.text("digest." + key, words.locale(), arguments);
    }
}
