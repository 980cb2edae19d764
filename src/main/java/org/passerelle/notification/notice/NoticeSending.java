package org.passerelle.notification.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox;
import org.passerelle.mail.Postbox.HandoverOutcome;
import org.passerelle.mail.RetryPauses;
import org.passerelle.mail.quota.Full;
import org.passerelle.mail.quota.MailQuota;
import org.passerelle.platform.store.StoreFailure;
import org.passerelle.platform.work.WorkFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells what stands and was not told yet. That it was told is noted once the mail was handed over: if the program ends between the
 * two, the same mail goes out once more under the same Message-ID.
 */
@Component
class NoticeSending {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSending.class);
    private static final String NAME = "notices";
    private static final Duration CLAIM = Duration.ofMinutes(5);

    /** After that the pauses of {@link RetryPauses} have come to three days. */
    private static final int MOST_TRIES = 12;

    /** What stands for longer is told anew. */
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final List<NoticeSource> sources;
    private final NoticeRecords records;
    private final NoticeMails mails;
    private final Accounts accounts;
    private final MailQuota quota;
    private final Postbox postbox;
    private final Clock clock;

    /** Keys of what stands and was told; so nothing is asked of the store while nothing is new. */
    private Set<String> known = Set.of();

    NoticeSending(
            List<NoticeSource> sources,
            NoticeRecords records,
            NoticeMails mails,
            Accounts accounts,
            MailQuota quota,
            Postbox postbox,
            Clock clock) {
        this.sources = List.copyOf(sources);
        this.records = records;
        this.mails = mails;
        this.accounts = accounts;
        this.quota = quota;
        this.postbox = postbox;
        this.clock = clock;
    }

    private record Standing(NoticeSource source, PersonalNotice notice) {}

    synchronized void sendDue() {
        Map<String, Standing> standing = standing();
        Set<String> fresh = new HashSet<>(standing.keySet());
        fresh.removeAll(known);
        if (!fresh.isEmpty()) {
            fresh.removeAll(records.told(fresh));
            standing.forEach((key, each) -> {
                if (fresh.contains(key) && isSettled(key, each)) {
                    fresh.remove(key);
                }
            });
            records.forgetBefore(clock.instant().minus(REMEMBERED));
        }
        Set<String> told = new HashSet<>(standing.keySet());
        told.removeAll(fresh);
        known = told;
    }

    private Map<String, Standing> standing() {
        Map<String, Standing> standing = new LinkedHashMap<>();
        for (NoticeSource source : sources) {
            standing(source).forEach(notice -> standing.put(notice.key(source.kind()), new Standing(source, notice)));
        }
        return standing;
    }

    /** Nothing for now of a source that cannot say what stands; the others are told. */
    private List<PersonalNotice> standing(NoticeSource source) {
        try {
            return source.standing(clock.instant());
        } catch (RuntimeException unforeseen) {
            if (StoreFailure.isIn(unforeseen)) {
                throw unforeseen;
            }
            WorkFailures.note(NAME);
            LOG.warn("Notices of {} could not be found", source.kind(), unforeseen);
            return List.of();
        }
    }

    /** Whether nothing of it is left to do. One that cannot be made holds up no other. */
    private boolean isSettled(String key, Standing standing) {
        Instant now = clock.instant();
        int tries = records.claim(key, now, CLAIM);
        if (tries < 0) {
            return false;
        }
        Optional<Instant> again;
        try {
            again = sent(standing, now, tries);
        } catch (RuntimeException unforeseen) {
            if (StoreFailure.isIn(unforeseen)) {
                throw unforeseen;
            }
            WorkFailures.note(NAME);
            LOG.warn("A notice of {} could not be made", standing.source().kind(), unforeseen);
            again = Optional.of(now.plus(RetryPauses.after(tries + 1)));
        }
        if (again.isPresent() && tries < MOST_TRIES) {
            records.postpone(key, tries + 1, again.get());
            return false;
        }
        records.noteTold(key, now);
        return true;
    }

    /** When to try again; empty if it is done with. */
    private Optional<Instant> sent(Standing standing, Instant now, int tries) {
        PersonalNotice notice = standing.notice();
        Optional<Person> person = accounts.person(notice.to());
        Optional<OutgoingMail> mail = person.flatMap(to -> mails.mail(standing.source(), notice, to, now));
        if (mail.isEmpty()) {
            return Optional.empty();
        }
        String by = notice.to().text();
        Optional<Full> full = quota.take(by, person.orElseThrow().email(), true);
        if (full.isPresent()) {
            return Optional.of(full.get().frees());
        }
        HandoverOutcome outcome = postbox.send(mail.get()).outcome();
        if (outcome == HandoverOutcome.LATER || outcome == HandoverOutcome.UNREACHABLE) {
            quota.giveBack(by, person.orElseThrow().email());
            return Optional.of(now.plus(RetryPauses.after(tries + 1)));
        }
        return Optional.empty();
    }
}
