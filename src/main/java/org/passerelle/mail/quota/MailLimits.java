package org.passerelle.mail.quota;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much mail about bookings leaves. A stranger is somebody without an account at a domain that is nobody's here.
 *
 * @param day within which is counted, from the first that is counted on
 * @param strangersPerPerson different strangers that one person may newly invite in a day; an order that names more is refused
 * @param mailsPerPerson mails a day that bookings of one person cause, whoever they go to
 * @param strangerMailsPerPerson those of them that go to strangers
 * @param mailsPerRecipient mails a day to one recipient who is no stranger, whoever causes them
 * @param mailsPerStranger mails a day to one stranger, whoever causes them
 * @param mailsToOneStranger mails a day to one stranger that bookings of one person cause
 */
@ConfigurationProperties("passerelle.mail.limits")
public record MailLimits(
        @DefaultValue("24h") Duration day,
        @DefaultValue("100") int strangersPerPerson,
        @DefaultValue("2000") int mailsPerPerson,
        @DefaultValue("300") int strangerMailsPerPerson,
        @DefaultValue("200") int mailsPerRecipient,
        @DefaultValue("20") int mailsPerStranger,
        @DefaultValue("10") int mailsToOneStranger) {

    public MailLimits {
        int least = Math.min(
                Math.min(
                        Math.min(strangersPerPerson, mailsPerPerson),
                        Math.min(strangerMailsPerPerson, mailsPerStranger)),
                Math.min(mailsPerRecipient, mailsToOneStranger));
        if (least < 1 || day.isNegative() || day.isZero()) {
            throw new IllegalArgumentException(
                    "PASSERELLE_MAIL_LIMITS_DAY is more than nothing, and the other PASSERELLE_MAIL_LIMITS_ settings are 1 or more");
        }
    }
}
