package org.passerelle.jobs.mongo;

import java.time.Instant;
import org.passerelle.platform.personal.RetainedData;
import org.springframework.stereotype.Component;

/** Forgets what was done at its time once nobody looks back so far. */
@Component
class RetainedActions implements RetainedData {

    private final ActionRecords actions;

    RetainedActions(ActionRecords actions) {
        this.actions = actions;
    }

    @Override
    public RetentionKind kind() {
        return RetentionKind.ACTIONS;
    }

    /** All at once: it is one command, whose cost does not depend on how many there are. */
    @Override
    public long forgetBefore(Instant before, int most) {
        return actions.forgetBefore(before);
    }
}
