package org.passerelle.mail.quota;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.mail.MailAddress;
import org.passerelle.mail.quota.Full.Limit;
import org.passerelle.mail.quota.MailCounting.MailCounter;
import org.springframework.stereotype.Component;

/** Lets mails pass within the limits of whoever causes them and of whoever gets them. */
@Component
public class MailQuota {

    /** What an urgent mail may go beyond a limit: as much again, so that a cancelled date is told even when the day is used up. */
    private static final int RESERVE = 2;

    private final MailCounting counting;
    private final Strangers strangers;
    private final MailLimits limits;
    private final Clock clock;
    private final SpentQuotas spent = new SpentQuotas();

    MailQuota(MailCounting counting, Strangers strangers, MailLimits limits, Clock clock) {
        this.counting = counting;
        this.strangers = strangers;
        this.limits = limits;
        this.clock = clock;
    }

    /** Whether it is known that {@link #take} would find a limit reached for a mail that is not urgent; asks nothing of the store. */
    public boolean isSpent(String by, EmailAddress to) {
        return spent.of(by, to, clock.instant()).isPresent();
    }

    /**
     * Counts a mail, unless a limit forbids it.
     *
     * @param by whose booking it is about, as it is stored
     * @param isUrgent whether the reserve is open to it
     */
    public Optional<Full> take(String by, EmailAddress to, boolean isUrgent) {
        Optional<Full> known = isUrgent ? Optional.empty() : spent.of(by, to, clock.instant());
        if (known.isPresent()) {
            return known;
        }
        Optional<Full> full = counted(by, to, isUrgent);
        full.filter(found -> !isUrgent).ifPresent(found -> spent.note(by, to, found));
        return full;
    }

    private Optional<Full> counted(String by, EmailAddress to, boolean isUrgent) {
        boolean isStranger = strangers.isStranger(to);
        List<MailCounter> ofRecipient = ofRecipient(by, isStranger, isUrgent);
        Optional<Full> full = counting.add(recipient(to), limits.day(), ofRecipient);
        if (full.isPresent()) {
            return full;
        }
        Optional<Full> fullOfPerson = counting.add(person(by), limits.day(), ofPerson(isStranger, isUrgent));
        if (fullOfPerson.isPresent()) {
            counting.subtract(recipient(to), limits.day(), ofRecipient);
        }
        return fullOfPerson;
    }

    /** Counts a mail no more that did not leave. */
    public void giveBack(String by, EmailAddress to) {
        boolean isStranger = strangers.isStranger(to);
        counting.subtract(recipient(to), limits.day(), ofRecipient(by, isStranger, false));
        counting.subtract(person(by), limits.day(), ofPerson(isStranger, false));
        spent.forget();
    }

    private List<MailCounter> ofRecipient(String by, boolean isStranger, boolean isUrgent) {
        if (!isStranger) {
            return List.of(counter("mails", Limit.MAILS_PER_RECIPIENT, limits.mailsPerRecipient(), isUrgent));
        }
        return List.of(
                counter("mails", Limit.MAILS_PER_STRANGER, limits.mailsPerStranger(), isUrgent),
                counter(
                        "from-" + MailCounting.name(by),
                        Limit.MAILS_TO_ONE_STRANGER,
                        limits.mailsToOneStranger(),
                        isUrgent));
    }

    private List<MailCounter> ofPerson(boolean isStranger, boolean isUrgent) {
        MailCounter all = counter("mails", Limit.MAILS_PER_PERSON, limits.mailsPerPerson(), isUrgent);
        return isStranger
                ? List.of(
                        all,
                        counter(
                                "stranger-mails",
                                Limit.STRANGER_MAILS_PER_PERSON,
                                limits.strangerMailsPerPerson(),
                                isUrgent))
                : List.of(all);
    }

    private static MailCounter counter(String name, Limit limit, int most, boolean isUrgent) {
        return new MailCounter(name, limit, isUrgent ? (int) Math.min(Integer.MAX_VALUE, (long) most * RESERVE) : most);
    }

    /** One mailbox, however its domain is written and whatever stands behind a plus in its name (RFC 5233 section 1). */
    private static String recipient(EmailAddress to) {
        String plain = MailAddress.plain(to.value()).orElse(to.value()).toLowerCase(Locale.ROOT);
        int plus = plain.indexOf('+');
        int at = plain.lastIndexOf('@');
        return "to:"
                + MailCounting.name(plus > 0 && plus < at ? plain.substring(0, plus) + plain.substring(at) : plain);
    }

    static String person(String by) {
        return "by:" + MailCounting.name(by);
    }
}
