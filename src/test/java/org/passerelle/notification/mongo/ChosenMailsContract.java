package org.passerelle.notification.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.account.AccountId;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.notification.choice.ChosenMails;
import org.passerelle.notification.choice.MailChoices;

/** Each person has chosen what they said last, and what is usual until they say something. */
@FactsOf(MongoChosenMails.class)
public abstract class ChosenMailsContract extends StoreContract {

    private static final AccountId KIM = new AccountId("kim");
    private static final AccountId LEA = new AccountId("lea");

    private ChosenMails chosen;

    @BeforeEach
    void begin() {
        chosen = new MongoChosenMails(mongo());
    }

    @Test
    void takesTheUsualOfWhoeverHasSaidNothing() {
        assertThat(chosen.of(KIM)).isEqualTo(MailChoices.DEFAULT);
    }

    @Test
    void keepsWhatEachSaidLast() {
        MailChoices nothing = new MailChoices(false, false, false);
        MailChoices changesAlone = new MailChoices(false, true, false);

        chosen.of(KIM);
        chosen.put(KIM, nothing);
        chosen.put(KIM, changesAlone);
        chosen.put(LEA, nothing);

        assertThat(chosen.of(KIM)).isEqualTo(changesAlone);
        assertThat(chosen.of(LEA)).isEqualTo(nothing);
        assertThat(new MongoChosenMails(mongo()).of(KIM)).isEqualTo(changesAlone);
    }
}
