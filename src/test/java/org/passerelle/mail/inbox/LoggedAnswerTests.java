package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.mail.Postbox.HandoverOutcome;

class LoggedAnswerTests {

    @ParameterizedTest
    @EnumSource
    void isTheSameOnceItWasStored(HandoverOutcome outcome) {
        LoggedAnswer answer = new LoggedAnswer("<answer.1@rooms.example>", "kim@example.org", outcome);

        assertThat(LoggedAnswer.parse(answer.toString())).isEqualTo(answer);
    }

    @Test
    void isReadAsFormerVersionsHaveStoredIt() {
        assertThat(LoggedAnswer.parse("<answer.1@rooms.example> kim@example.org UNWANTED"))
                .isEqualTo(new LoggedAnswer("<answer.1@rooms.example>", "kim@example.org", HandoverOutcome.UNWANTED));
        assertThat(LoggedAnswer.parse("kim@example.org"))
                .isEqualTo(new LoggedAnswer("", "kim@example.org", HandoverOutcome.TAKEN));
    }
}
