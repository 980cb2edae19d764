package org.passerelle.calendar.write;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.passerelle.time.Interval;

/** Time zones as written in feeds: for whole years, so that they stay the same from fetch to fetch and are worked out once. */
public final class TimeZoneTexts {

    private static final int MOST = 200;

    private record Key(ZoneId zone, int firstYear, int lastYear) {

        byte[] write() {
            Interval years = Interval.of(startOf(firstYear), startOf(lastYear + 1));
            IcsWriter out = new IcsWriter();
            TimeZoneComponent.of(zone, years).writeTo(out);
            return out.toBytes();
        }

        private static Instant startOf(int year) {
            return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
    }

    private final Cache<Key, byte[]> written =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** A VTIMEZONE that is right throughout {@code span}. */
    public byte[] of(ZoneId zone, Interval span) {
        int first = span.start().atOffset(ZoneOffset.UTC).getYear();
        int last = span.end().atOffset(ZoneOffset.UTC).getYear();
        return Objects.requireNonNull(written.get(new Key(zone, first, last), Key::write));
    }
}
