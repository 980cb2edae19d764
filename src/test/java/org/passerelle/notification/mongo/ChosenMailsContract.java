package org.passerelle.notification.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.account.AccountId;
import org.passerelle.booking.due.DueTimesChanged;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.notification.choice.ChosenMails;
import org.passerelle.notification.choice.DigestRhythm;
import org.passerelle.notification.choice.MailChoices;
import org.passerelle.notification.choice.QuietHours;

/** Each person has chosen what they said last, and what is usual until they say something. */
@FactsOf(MongoChosenMails.class)
public abstract class ChosenMailsContract extends StoreContract {

    private static final AccountId KIM = new AccountId("kim");
    private static final AccountId LEA = new AccountId("lea");

    private final List<Object> events = new ArrayList<>();
    private ChosenMails chosen;

    @BeforeEach
    void begin() {
        chosen = new MongoChosenMails(mongo(), events::add);
    }

    @Test
    void takesTheUsualOfWhoeverHasSaidNothing() {
        assertThat(chosen.of(KIM)).isEqualTo(MailChoices.DEFAULT);
    }

    private static MailChoices choosing(boolean changes, Duration before) {
        QuietHours night = new QuietHours(LocalTime.of(22, 30), LocalTime.of(6, 0));
        return new MailChoices(false, changes, false, changes, before, night);
    }

    @Test
    void knowsWhoWantsTheirBookingsSummedUp() {
        MailChoices none = MailChoices.DEFAULT;
        chosen.put(
                KIM,
                new MailChoices(true, true, true, true, none.reminderBefore(), none.quietHours(), DigestRhythm.WEEKLY));
        chosen.put(LEA, none);

        assertThat(chosen.digests()).isEqualTo(Map.of(KIM, DigestRhythm.WEEKLY));
        assertThat(chosen.of(KIM).digest()).isEqualTo(DigestRhythm.WEEKLY);
    }

    @Test
    void keepsWhatEachSaidLast() {
        MailChoices nothing = choosing(false, Duration.ofMinutes(5));
        MailChoices changesAlone = choosing(true, Duration.ofHours(4));

        chosen.of(KIM);
        chosen.put(KIM, nothing);
        chosen.put(KIM, changesAlone);
        chosen.put(LEA, nothing);

        assertThat(chosen.of(KIM)).isEqualTo(changesAlone);
        assertThat(chosen.of(LEA)).isEqualTo(nothing);
        assertThat(new MongoChosenMails(mongo(), events::add).of(KIM)).isEqualTo(changesAlone);
    }

    @Test
    void tellsWhoseTimesAreOthersFromNowOn() {
        chosen.put(LEA, choosing(true, Duration.ofHours(4)));

        assertThat(events).containsExactly(new DueTimesChanged(LEA));
    }
}
