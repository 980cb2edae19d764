package org.passerelle.booking.personal;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.passerelle.booking.changelog.ChangeLogRewrites;
import org.passerelle.platform.personal.RetainedData;
import org.springframework.stereotype.Component;

/** Takes the texts out of old entries of the change log. */
@Component
class RetainedRecords implements RetainedData {

    private final ChangeLogRewrites log;

    RetainedRecords(ChangeLogRewrites log) {
        this.log = log;
    }

    @Override
    public RetentionKind kind() {
        return RetentionKind.RECORDS;
    }

    @Override
    public long forgetBefore(Instant before, int most) {
        AtomicLong left = new AtomicLong(most);
        return log.rewrite(change -> {
            if (left.get() <= 0 || !isBefore(change, before)) {
                return change;
            }
            Document silent = BookingErasure.silent(change);
            if (silent != change) {
                left.decrementAndGet();
            }
            return silent;
        });
    }

    private static boolean isBefore(Document change, Instant before) {
        long at = change.toBsonDocument().getDateTime("at").getValue();
        return Instant.ofEpochMilli(at).isBefore(before);
    }
}
