package org.passerelle.caldav.put;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.caldav.calendar.LaidEvents;
import org.passerelle.caldav.home.CalendarHome;
import org.passerelle.caldav.home.CalendarHomes;
import org.passerelle.caldav.home.LaidObject;
import org.passerelle.caldav.home.RoomRefusal;
import org.passerelle.caldav.put.LaidObjects.EventDeclined;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.invitation.text.Reader;
import org.passerelle.notification.notice.NoticeSource;
import org.passerelle.notification.notice.NoticeText;
import org.passerelle.notification.notice.NoticeWords;
import org.passerelle.notification.notice.PersonalNotice;
import org.passerelle.platform.PublicUrl;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Mails to whoever invited rooms from a calendar program that could not be had: few programs show more than that they declined.
 * After a while, in which the program may have sent what makes them free.
 */
@Component
class DeclinedEvents implements NoticeSource {

    private static final Duration AFTER = Duration.ofSeconds(30);
    private static final Duration UNTIL = Duration.ofDays(1);

    /** What another node has kept is looked for that often. */
    private static final Duration KNOWN = Duration.ofMinutes(5);

    private final CalendarHomes homes;
    private final PublicUrl url;
    private final Clock clock;
    private final AtomicBoolean isStale = new AtomicBoolean(true);
    private volatile Instant readAt = Instant.EPOCH;
    private volatile List<CalendarHome> known = List.of();

    DeclinedEvents(CalendarHomes homes, PublicUrl url, Clock clock) {
        this.homes = homes;
        this.url = url;
        this.clock = clock;
    }

    @EventListener
    void on(EventDeclined declined) {
        isStale.set(true);
    }

    @Override
    public String kind() {
        return "event-declined";
    }

    @Override
    public List<PersonalNotice> standing(Instant now) {
        if (isStale.getAndSet(false) || readAt.plus(KNOWN).isBefore(now)) {
            readAt = now;
            known = homes.refusedSince(now.minus(UNTIL));
        }
        return known.stream()
                .flatMap(home -> declined(home, now)
                        .map(draft -> new PersonalNotice(
                                home.person(), draft.name(), draft.at().toString())))
                .toList();
    }

    private static Stream<LaidObject> declined(CalendarHome home, Instant now) {
        return home.drafts()
                .filter(draft -> !draft.refusals().isEmpty())
                .filter(draft ->
                        draft.at().isAfter(now.minus(UNTIL)) && draft.at().isBefore(now.minus(AFTER)));
    }

    @Override
    public Optional<NoticeText> text(PersonalNotice notice, Person person, Reader reader) {
        return declined(homes.of(person.id()), clock.instant())
                .filter(draft -> draft.name().equals(notice.subject())
                        && draft.at().toString().equals(notice.occasion()))
                .findFirst()
                .flatMap(draft -> homes.text(draft.text())
                        .flatMap(text -> LaidEvents.read(text, reader.zone().orElse(ZoneOffset.UTC)))
                        .flatMap(LaidEvents::master)
                        .map(master -> text(draft, master.event(), NoticeWords.of(kind(), reader))));
    }

    private NoticeText text(LaidObject draft, CalendarEvent event, NoticeWords words) {
        String title = event.words().summary();
        Stream<String> why =
                draft.refusals().stream().map(RoomRefusal::sentence).distinct();
        return new NoticeText(
                words.said("subject", title),
                words.said("heading"),
                Stream.concat(
                                Stream.of(words.said(
                                        "lead",
                                        title,
                                        words.wholeMoment(event.time().start().instant()))),
                                why)
                        .toList(),
                List.of(),
                words.link(url.link("/search")));
    }
}
