package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.UnreliableStore;
import org.passerelle.UnreliableStore.Fault;
import org.passerelle.mail.inbox.InboxMail.MailState;
import org.passerelle.platform.StoreStatus.Level;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Mail that cannot be kept is not lost: whoever sends it is told to try again. */
@Import(UnreliableStore.Wiring.class)
class MailWithoutStoreTests extends SmtpDialogue {

    @Autowired
    UnreliableStore unreliable;

    @Autowired
    MailFence fence;

    @Autowired
    InboxStore mails;

    @AfterEach
    void repair() {
        unreliable.work();
    }

    private byte[] invitation(String id) {
        return InvitationMails.apple(id, CAMILLE, "20260723", "100000", "110000");
    }

    private Optional<InboxMail> logged(String id) {
        return log().stream()
                .filter(mail -> mail.course().subject().endsWith(id))
                .findFirst();
    }

    @Test
    void isAskedForAgainWhenItCannotBeStored() throws IOException {
        unreliable.fail(Fault.WRITES_REFUSED);
        assertThatThrownBy(() -> send(CAMILLE, InvitationMails.SEINE, invitation("not-stored")))
                .hasMessageContaining("451");

        unreliable.work();
        send(CAMILLE, InvitationMails.SEINE, invitation("not-stored"));

        await().until(() -> logged("not-stored").isPresent());
    }

    @Test
    void isAskedForAgainWhenLittleSpaceIsLeft() {
        unreliable.say(Level.LITTLE_SPACE, "Only 3 MB are left");

        assertThatThrownBy(() -> send(CAMILLE, InvitationMails.SEINE, invitation("no-space")))
                .hasMessageContaining("452");
    }

    @Test
    void isNotGivenUpHoweverLongTheStoreFails() throws IOException {
        send(CAMILLE, "melun-almont@rooms.it77.example", invitation("waits"));
        await().until(() -> logged("waits").isPresent());
        InboxMail mail = logged("waits").orElseThrow();
        mails.note(
                mail.id(), mail.course().ended(MailState.RECEIVED, mail.course().reasons()));
        int attempts = mail.course().attempts();

        unreliable.fail(Fault.WRITES_REFUSED);
        for (int i = 0; i < 30; i++) {
            assertThat(fence.through(mail.id())).isPresent();
        }
        unreliable.work();
        fence.through(mail.id());

        InboxMail after = mails.find(mail.id()).orElseThrow();
        assertThat(after.course().state()).isNotIn(MailState.FAILED, MailState.INTERRUPTED);
        assertThat(after.course().attempts()).isLessThanOrEqualTo(attempts + 1);
    }
}
