package org.passerelle.platform.mongo.log;

import java.time.Clock;

/** What {@link LogUpkeep} does twice a second, as often as a test wants it. */
public final class UpkeepRounds {

    private final DocumentLog log;
    private final LogCleaner cleaner;

    public UpkeepRounds(DocumentLog log, DocumentTable table, LogSettings settings) {
        this.log = log;
        this.cleaner = new LogCleaner(log, table, settings, Clock.systemUTC());
    }

    public void run() {
        try {
            log.tryAgain();
            log.mark();
            cleaner.round();
        } catch (LogUnavailable e) {
            // The next round tries again.
        }
    }
}
