package org.passerelle.directory.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.directory.permission.BookingPermissions;
import org.passerelle.directory.permission.BookingQuota;
import org.passerelle.directory.permission.BookingQuota.QuotaHolder;
import org.passerelle.directory.permission.BookingQuota.QuotaPeriod;
import org.passerelle.directory.permission.BookingQuota.QuotaScope;
import org.passerelle.directory.permission.OpenBookingQuota;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code quotas:} of the rules of a room, a site or the network, which hold besides those of the wider. */
final class QuotasReader {

    static final String KEY = "quotas";
    private static final String OPEN = "openBookings";
    private static final int MOST = 10;
    private static final Conversion<Integer> BOOKINGS = Conversions.wholeNumber(1, OpenBookingQuota.MOST);
    private static final Duration LEAST = Duration.ofMinutes(15);
    private static final Conversion<Duration> HOURS = Conversions.duration(LEAST, BookingQuota.MOST);

    private QuotasReader() {}

    /** {@code wider} with the quotas that {@code rules} name besides. */
    static BookingPermissions read(FileFields rules, BookingPermissions wider, QuotaScope scope) {
        if (!rules.has(KEY)) {
            return wider;
        }
        List<BookingQuota> hours = new ArrayList<>(wider.quotas());
        List<OpenBookingQuota> open = new ArrayList<>(wider.openBookings());
        for (Node item : rules.items(KEY, MOST)) {
            FileFields quota = rules.at(item).allowing("per", "hours", "in", OPEN);
            QuotaHolder per = quota.required("per", Conversions.oneOf(QuotaHolder.class), QuotaHolder.PERSON);
            if (quota.has(OPEN)) {
                if (quota.has("hours") || quota.has("in")) {
                    quota.fault(OPEN, "hours-or-open-bookings");
                }
                open.add(new OpenBookingQuota(scope, per, quota.required(OPEN, BOOKINGS, 1)));
            } else {
                hours.add(new BookingQuota(
                        scope,
                        per,
                        quota.required("hours", HOURS, LEAST),
                        quota.required("in", Conversions.oneOf(QuotaPeriod.class), QuotaPeriod.DAY)));
            }
        }
        return new BookingPermissions(wider.lines(), wider.outOfPolicy(), hours, open);
    }
}
