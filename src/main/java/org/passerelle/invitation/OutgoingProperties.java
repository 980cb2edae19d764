package org.passerelle.invitation;

import java.time.Duration;
import org.passerelle.invitation.pending.NewsPause;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When news of a meeting leaves.
 *
 * @param newsPause what changes within so long after a mail is told in one
 * @param newsSoon a change of a date that begins within so long does not wait for it
 */
@ConfigurationProperties("passerelle.mail")
public record OutgoingProperties(
        @DefaultValue("5m") Duration newsPause,
        @DefaultValue("2h") Duration newsSoon) {

    public OutgoingProperties {
        if (newsPause.isNegative() || newsSoon.isNegative()) {
            throw new IllegalArgumentException(
                    "PASSERELLE_MAIL_NEWS_PAUSE and PASSERELLE_MAIL_NEWS_SOON are no times less than nothing");
        }
    }

    NewsPause pause() {
        return new NewsPause(newsPause, newsSoon);
    }
}
