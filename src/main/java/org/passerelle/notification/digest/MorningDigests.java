package org.passerelle.notification.digest;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.invitation.Readers;
import org.passerelle.invitation.text.Reader;
import org.passerelle.notification.choice.ChosenMails;
import org.passerelle.notification.choice.DigestRhythm;
import org.passerelle.notification.notice.NoticeSource;
import org.passerelle.notification.notice.NoticeText;
import org.passerelle.notification.notice.PersonalNotice;
import org.passerelle.platform.work.Fence;
import org.passerelle.platform.work.WorkFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whoever wants it is told in the morning, on their own clock and after their quiet hours, what they have booked for the day or
 * the week. It stands until noon: after a longer outage nobody is told of a day that is half over.
 */
@Component
class MorningDigests implements NoticeSource {

    private static final Logger LOG = LoggerFactory.getLogger(MorningDigests.class);
    private static final LocalTime EARLIEST = LocalTime.of(6, 0);
    private static final LocalTime NOON = LocalTime.NOON;

    /** It is asked every few seconds, and mornings do not come so often. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ChosenMails chosen;
    private final Accounts accounts;
    private final Readers readers;
    private final DigestTexts texts;
    private final Clock clock;
    private volatile StandingDigests known = new StandingDigests(Instant.MIN, List.of());

    MorningDigests(ChosenMails chosen, Accounts accounts, Readers readers, DigestTexts texts, Clock clock) {
        this.chosen = chosen;
        this.accounts = accounts;
        this.readers = readers;
        this.texts = texts;
        this.clock = clock;
    }

    /** What stood at {@code at}. */
    private record StandingDigests(Instant at, List<PersonalNotice> notices) {

        boolean isOf(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
        }
    }

    @Override
    public String kind() {
        return "digest";
    }

    @Override
    public List<PersonalNotice> standing(Instant now) {
        StandingDigests before = known;
        if (before.at() != Instant.MIN && before.isOf(now)) {
            return before.notices();
        }
        List<PersonalNotice> notices = chosen.digests().entrySet().stream()
                .flatMap(each -> fenced(each, now))
                .toList();
        known = new StandingDigests(now, notices);
        return notices;
    }

    /** Whose choices or clock cannot be read keeps nobody else from being told. */
    private Stream<PersonalNotice> fenced(Map.Entry<PersonId, DigestRhythm> choice, Instant now) {
        List<PersonalNotice> found = new ArrayList<>(1);
        Fence.around(() -> notice(choice, now).ifPresent(found::add))
                .ifPresent(failure -> WorkFailures.report(LOG, "digests", "A digest could not be looked for", failure));
        return found.stream();
    }

    private Optional<PersonalNotice> notice(Map.Entry<PersonId, DigestRhythm> choice, Instant now) {
        return accounts.person(choice.getKey())
                .flatMap(person -> day(person, choice.getValue(), now))
                .map(day ->
                        new PersonalNotice(choice.getKey(), choice.getValue().name(), day.toString()));
    }

    /** The day that begins for them, if this is the time to tell them. */
    private Optional<LocalDate> day(Person person, DigestRhythm rhythm, Instant now) {
        ZoneId zone = readers.zone(person.email()).orElse(ZoneOffset.UTC);
        LocalDate day = now.atZone(zone).toLocalDate();
        Instant begin = chosen.of(person.id())
                .quietHours()
                .after(day.atTime(EARLIEST).atZone(zone).toInstant(), zone);
        Instant end = day.atTime(NOON).atZone(zone).toInstant();
        boolean isDay =
                rhythm == DigestRhythm.DAILY || rhythm == DigestRhythm.WEEKLY && day.getDayOfWeek() == DayOfWeek.MONDAY;
        return Optional.of(day).filter(today -> isDay && !now.isBefore(begin) && now.isBefore(end));
    }

    @Override
    public Optional<NoticeText> text(PersonalNotice notice, Person person, Reader reader) {
        DigestRhythm rhythm = DigestRhythm.valueOf(notice.subject());
        return chosen.of(person.id()).digest() == rhythm
                ? texts.of(person, rhythm, LocalDate.parse(notice.occasion()), reader, clock.instant())
                : Optional.empty();
    }
}
