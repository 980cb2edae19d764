package org.passerelle.privacy;

import java.time.Duration;
import java.time.LocalTime;
import org.passerelle.platform.personal.RetainedData.RetentionKind;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long what tells of people is kept; zero for ever.
 *
 * @param bookings what bookings say, after their last date
 * @param records texts in the record, after the change
 * @param mail that rooms received and that is dealt with
 * @param actions what was done at its time
 * @param accounts name and address of accounts, after their end
 * @param from when at night it is looked for what is older, on the clock of the first site
 * @param to until when, exclusive
 */
@ConfigurationProperties("passerelle.retention")
public record RetentionProperties(
        @DefaultValue("1095d") Duration bookings,
        @DefaultValue("1095d") Duration records,
        @DefaultValue("365d") Duration mail,
        @DefaultValue("30d") Duration actions,
        @DefaultValue("1095d") Duration accounts,
        @DefaultValue("01:00") LocalTime from,
        @DefaultValue("05:00") LocalTime to) {

    /** @throws IllegalArgumentException if something is kept for less than a day and yet not for ever */
    public RetentionProperties {
        for (Duration each : new Duration[] {bookings, records, mail, actions, accounts}) {
            if (!each.isZero() && each.compareTo(Duration.ofDays(1)) < 0) {
                throw new IllegalArgumentException(
                        "PASSERELLE_RETENTION_BOOKINGS, _RECORDS, _MAIL, _ACTIONS and _ACCOUNTS are a day or more, or 0 for ever");
            }
        }
    }

    Duration of(RetentionKind kind) {
        return switch (kind) {
            case BOOKINGS -> bookings;
            case RECORDS -> records;
            case MAIL -> mail;
            case ACTIONS -> actions;
            case ACCOUNTS -> accounts;
        };
    }

    /** Whether it is the time of night for it. */
    boolean isTime(LocalTime now) {
        return from.isBefore(to) ? !now.isBefore(from) && now.isBefore(to) : !now.isBefore(from) || now.isBefore(to);
    }
}
