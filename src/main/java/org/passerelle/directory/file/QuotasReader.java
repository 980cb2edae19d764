package org.passerelle.directory.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.directory.permission.BookingQuota;
import org.passerelle.directory.permission.BookingQuota.QuotaHolder;
import org.passerelle.directory.permission.BookingQuota.QuotaPeriod;
import org.passerelle.directory.permission.BookingQuota.QuotaScope;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code quotas:} of the rules of a room, a site or the network, which hold besides those of the wider. */
final class QuotasReader {

    static final String KEY = "quotas";
    private static final int MOST = 10;
    private static final Duration LEAST = Duration.ofMinutes(15);
    private static final Conversion<Duration> HOURS = Conversions.duration(LEAST, BookingQuota.MOST);

    private QuotasReader() {}

    static List<BookingQuota> read(FileFields rules, List<BookingQuota> wider, QuotaScope scope) {
        if (!rules.has(KEY)) {
            return wider;
        }
        List<BookingQuota> all = new ArrayList<>(wider);
        for (Node item : rules.items(KEY, MOST)) {
            FileFields quota = rules.at(item).allowing("per", "hours", "in");
            all.add(new BookingQuota(
                    scope,
                    quota.required("per", Conversions.oneOf(QuotaHolder.class), QuotaHolder.PERSON),
                    quota.required("hours", HOURS, LEAST),
                    quota.required("in", Conversions.oneOf(QuotaPeriod.class), QuotaPeriod.DAY)));
        }
        return List.copyOf(all);
    }
}
