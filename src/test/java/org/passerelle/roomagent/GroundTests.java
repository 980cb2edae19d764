package org.passerelle.roomagent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.passerelle.mail.inbox.LoggedReason;
import org.passerelle.roomagent.DecisionReason.DecisionCode;

class GroundTests {

    /** By these the mail log knows what a manager may still decide, without knowing the agent. */
    @Test
    void haveTheCodesByWhichTheMailLogTellsWhatIsDecided() {
        assertThat(DecisionReason.of(DecisionCode.MANAGER_DECIDES).toReason().code())
                .isEqualTo(LoggedReason.MANAGER_DECIDES);
        assertThat(DecisionReason.of(DecisionCode.MANAGER_DECIDED, "op@melun.example")
                        .toReason())
                .isEqualTo(LoggedReason.of(LoggedReason.MANAGER_DECIDED, "op@melun.example"));
    }

    @Test
    void areWrittenAsTheMailLogReadsThem() {
        DecisionReason ground = DecisionReason.of(DecisionCode.OLDER, "SEQUENCE 0", "SEQUENCE 1");

        assertThat(LoggedReason.parse(ground.toString())).isEqualTo(ground.toReason());
    }
}
