package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.mail.inbox.InboxMail.MailCourse;
import org.passerelle.mail.inbox.InboxMail.MailState;

class LoggedReasonTests {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00Z");

    @Test
    void isACodeAndItsDetails() {
        assertThat(LoggedReason.parse("MACHINE")).isEqualTo(LoggedReason.of("MACHINE"));
        assertThat(LoggedReason.parse("OLDER SEQUENCE 0 | SEQUENCE 1"))
                .isEqualTo(LoggedReason.of("OLDER", "SEQUENCE 0", "SEQUENCE 1"));
        assertThat(LoggedReason.of("RULE", "closed").detail(0)).isEqualTo("closed");
        assertThat(LoggedReason.of("RULE", "closed").detail(1)).isEmpty();
    }

    /** What is read of a mail is written again whenever its state changes. */
    @ParameterizedTest
    @ValueSource(strings = {"", "MACHINE", "A b", "A b | c", "A ", "A  | ", "A b |  | | c | ", " x", "A\u00a0b |c"})
    void isWrittenAsItWasRead(String stored) {
        assertThat(LoggedReason.parse(stored)).hasToString(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "DONE, MANAGER_DECIDES, true",
        "DONE, FIRST;MANAGER_DECIDES;ASKED, true",
        "DONE, MANAGER_DECIDES;MANAGER_DECIDED op@melun.example, false",
        "DONE, BOOKED, false",
        "DONE, RULE MANAGER_DECIDES, false",
        "IGNORED, MANAGER_DECIDES, false",
        "KEPT, NOT_AUTHENTICATED, true",
        "RECEIVED, MANAGER_DECIDES, false",
    })
    void tellsWhetherAManagerMayStillDecide(MailState state, String stored, boolean expected) {
        List<LoggedReason> reasons =
                Stream.of(stored.split(";")).map(LoggedReason::parse).toList();
        InboxMail mail =
                new InboxMail("1", NINE, "", "seine@rooms.example", false, MailCourse.NEW.ended(state, reasons));

        assertThat(mail.isToBeDecided()).isEqualTo(expected);
    }
}
