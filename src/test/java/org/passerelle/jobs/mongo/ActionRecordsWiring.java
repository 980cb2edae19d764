package org.passerelle.jobs.mongo;

import org.passerelle.platform.Migration;

/** What was done, in a database, for tests without Spring. */
public final class ActionRecordsWiring {

    private ActionRecordsWiring() {}

    public static Migration indexes() {
        return new M247_DueActions();
    }
}
