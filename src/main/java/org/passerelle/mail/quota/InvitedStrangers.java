package org.passerelle.mail.quota;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.InvitationQuota;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.mail.quota.Full.Limit;
import org.passerelle.mail.quota.MailCounting.CountingStep;
import org.passerelle.mail.quota.MailCounting.MailCounter;
import org.springframework.stereotype.Component;

/**
 * Counts the different strangers that somebody invites in a day. Who was counted once is not counted again that day, so an order
 * that failed for another reason can be sent again; nor is anybody given back, or inviting and removing people would be free.
 */
@Component
class InvitedStrangers implements InvitationQuota {

    private static final String NAMED = "named-";

    private final MailCounting counting;
    private final Strangers strangers;
    private final MailLimits limits;

    InvitedStrangers(MailCounting counting, Strangers strangers, MailLimits limits) {
        this.counting = counting;
        this.strangers = strangers;
        this.limits = limits;
    }

    @Override
    public Optional<Reason> take(Person who, Collection<EmailAddress> invited) {
        List<String> names = invited.stream()
                .filter(strangers::isStranger)
                .map(address -> NAMED + MailCounting.name(address.value()))
                .distinct()
                .toList();
        return names.isEmpty() ? Optional.empty() : count(who, names).map(InvitedStrangers::reason);
    }

    private Optional<Full> count(Person who, List<String> names) {
        int most = limits.strangersPerPerson();
        return counting.change(MailQuota.person(who.id().toString()), limits.day(), tally -> {
            List<String> fresh =
                    names.stream().filter(name -> tally.of(name) == 0).toList();
            boolean isTooMany = tally.kinds(NAMED) + fresh.size() > most;
            return new CountingStep(
                    tally.plus(fresh, 1),
                    isTooMany
                            ? Optional.of(new MailCounter(NAMED, Limit.STRANGERS_PER_PERSON, most))
                            : Optional.empty());
        });
    }

    private static Reason reason(Full full) {
        return Reason.of(
                ReasonCode.QUOTA_EXCEEDED,
                "strangers",
                Integer.toString(full.most()),
                full.frees().toString());
    }
}
