package org.passerelle.invitation.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.passerelle.invitation.agent.Ground.Code;
import org.passerelle.invitation.inbox.LoggedReason;

class GroundTests {

    /** By these the mail log knows what a manager may still decide, without knowing the agent. */
    @Test
    void haveTheCodesByWhichTheMailLogTellsWhatIsDecided() {
        assertThat(Ground.of(Code.MANAGER_DECIDES).toReason().code()).isEqualTo(LoggedReason.MANAGER_DECIDES);
        assertThat(Ground.of(Code.MANAGER_DECIDED, "op@melun.example").toReason())
                .isEqualTo(LoggedReason.of(LoggedReason.MANAGER_DECIDED, "op@melun.example"));
    }

    @Test
    void areWrittenAsTheMailLogReadsThem() {
        Ground ground = Ground.of(Code.OLDER, "SEQUENCE 0", "SEQUENCE 1");

        assertThat(LoggedReason.parse(ground.toString())).isEqualTo(ground.toReason());
    }
}
