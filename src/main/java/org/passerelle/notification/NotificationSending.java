package org.passerelle.notification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.Booking;
import org.passerelle.invitation.OutgoingProperties;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox;
import org.passerelle.mail.Postbox.HandoverOutcome;
import org.passerelle.mail.RetryPauses;
import org.passerelle.mail.quota.Full;
import org.passerelle.mail.quota.MailQuota;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.NotificationKind;
import org.passerelle.notification.owed.OwedNotification;
import org.passerelle.notification.owed.OwedNotifications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what one person is owed about one booking, in one mail made of the booking as it is now. It is forgotten once it was
 * handed over: if the program ends between the two, the same mail goes out once more under the same Message-ID.
 */
@Component
class NotificationSending {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationSending.class);
    private static final int MOST_REMEMBERED = 10_000;

    private final OwedNotifications owed;
    private final NotificationDrafts drafts;
    private final NotificationComposer composer;
    private final MailQuota quota;
    private final Postbox postbox;
    private final OutgoingProperties settings;
    private final Clock clock;

    /** When somebody was last told something of a booking; forgotten at a restart, so that they may be told a little sooner. */
    private final Cache<String, Instant> lastTold =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /** Of which no mail went out, so that nothing goes out twice if they are found once more. Confined to the thread that sends. */
    private final List<BookingNotification> dropped = new ArrayList<>();

    NotificationSending(
            OwedNotifications owed,
            NotificationDrafts drafts,
            NotificationComposer composer,
            MailQuota quota,
            Postbox postbox,
            OutgoingProperties settings,
            Clock clock) {
        this.owed = owed;
        this.drafts = drafts;
        this.composer = composer;
        this.quota = quota;
        this.postbox = postbox;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Tells all that the person of {@code notification} is owed in its strand. {@link #forgetDropped} must follow after some of these.
     *
     * @param about what is owed about its booking, and it may be about others, in the order of the changes
     * @return false if there is nobody to hand mail to at present
     */
    boolean send(BookingNotification notification, List<OwedNotification> about) {
        List<OwedNotification> all = inStrandOf(notification, about);
        if (all.isEmpty()) {
            return true;
        }
        Optional<NotificationDraft> draft = drafts.of(notification, all);
        if (draft.isEmpty()) {
            drop(all);
            return true;
        }
        Instant now = clock.instant();
        Optional<Instant> later = laterThan(now, draft.get());
        if (later.isPresent()) {
            postpone(all, tries(all), later.get());
            return true;
        }
        return handOver(draft.get(), all, now);
    }

    /** Has it tried again that could not even be made; {@code about} as for {@link #send}. */
    void failed(BookingNotification notification, List<OwedNotification> about) {
        List<OwedNotification> all = inStrandOf(notification, about);
        if (!all.isEmpty()) {
            tryAgain(all);
        }
    }

    private static List<OwedNotification> inStrandOf(BookingNotification notification, List<OwedNotification> about) {
        return about.stream()
                .filter(each -> isOfOneMail(each.notification(), notification))
                .toList();
    }

    private static boolean isOfOneMail(BookingNotification one, BookingNotification other) {
        return one.booking().equals(other.booking())
                && one.to().equals(other.to())
                && one.kind().strand() == other.kind().strand();
    }

    /** What others change within a while after a mail is told in one, unless a date is near. */
    private Optional<Instant> laterThan(Instant now, NotificationDraft draft) {
        if (draft.notification().kind() != NotificationKind.CHANGED || isSoon(draft.booking(), now)) {
            return Optional.empty();
        }
        return Optional.ofNullable(lastTold.getIfPresent(about(draft.notification())))
                .map(last -> last.plus(settings.newsPause()))
                .filter(until -> until.isAfter(now));
    }

    private boolean isSoon(Booking booking, Instant now) {
        Instant soon = now.plus(settings.newsSoon());
        return booking.occupying()
                .anyMatch(date ->
                        date.time().end().isAfter(now) && date.time().start().isBefore(soon));
    }

    /** The limits are asked first: whoever books a thousand rooms a day is told of some, and the others cost next to nothing. */
    private boolean handOver(NotificationDraft draft, List<OwedNotification> all, Instant now) {
        String by = draft.booking().owner().organiser().toString();
        EmailAddress to = draft.person().email();
        boolean isCourtesy = draft.notification().kind().isCourtesy();
        Optional<Full> full = quota.take(by, to, !isCourtesy);
        if (full.isPresent()) {
            waitUntil(isCourtesy, all, full.get().frees());
            return true;
        }
        Optional<OutgoingMail> mail = made(draft, by, to);
        if (mail.isEmpty()) {
            quota.giveBack(by, to);
            drop(all);
            return true;
        }
        Postbox.Receipt receipt = postbox.send(mail.get());
        if (receipt.outcome() != HandoverOutcome.TAKEN && receipt.outcome() != HandoverOutcome.REFUSED) {
            quota.giveBack(by, to);
        }
        switch (receipt.outcome()) {
            case TAKEN -> {
                lastTold.put(about(draft.notification()), now);
                forget(all);
            }
            case REFUSED -> {
                LOG.warn(
                        "A notification about booking {} was refused: {}",
                        draft.booking().id(),
                        receipt.detail());
                forget(all);
            }
            case UNWANTED -> drop(all);
            case LATER, UNREACHABLE -> tryAgain(all);
        }
        return receipt.outcome() != HandoverOutcome.UNREACHABLE;
    }

    private Optional<OutgoingMail> made(NotificationDraft draft, String by, EmailAddress to) {
        try {
            return composer.mail(draft);
        } catch (RuntimeException | StackOverflowError failed) {
            quota.giveBack(by, to);
            throw failed;
        }
    }

    /** A confirmation that comes a day late confirms nothing. */
    private void waitUntil(boolean isCourtesy, List<OwedNotification> all, Instant frees) {
        if (isCourtesy) {
            drop(all);
        } else {
            postpone(all, tries(all), frees);
        }
    }

    /** After a pause that grows; no longer than mail is tried again at all. */
    private void tryAgain(List<OwedNotification> all) {
        Instant now = clock.instant();
        int tries = tries(all) + 1;
        Instant next = now.plus(RetryPauses.after(tries));
        Instant since = all.get(all.size() - 1).notification().at();
        if (next.isAfter(since.plus(RetryPauses.LONGEST))) {
            LOG.warn(
                    "A notification about booking {} is given up",
                    all.get(0).notification().booking());
            forget(all);
        } else {
            postpone(all, tries, next);
        }
    }

    /** What is told to nobody is forgotten together with others, since each command to the store takes longer than finding that out. */
    private void drop(List<OwedNotification> all) {
        all.forEach(each -> dropped.add(each.notification()));
    }

    /** Forgets what {@link #send} found not worth a mail. If that fails it is found out again. */
    void forgetDropped() {
        List<BookingNotification> some = List.copyOf(dropped);
        dropped.clear();
        if (!some.isEmpty()) {
            owed.remove(some);
        }
    }

    private void forget(List<OwedNotification> all) {
        owed.remove(all.stream().map(OwedNotification::notification).toList());
    }

    private void postpone(List<OwedNotification> all, int tries, Instant next) {
        owed.postpone(all.stream().map(OwedNotification::notification).toList(), tries, next);
    }

    private static int tries(List<OwedNotification> all) {
        return all.stream().mapToInt(OwedNotification::tries).max().orElse(0);
    }

    private static String about(BookingNotification notification) {
        return notification.booking().value() + " " + notification.to().text();
    }
}
