package org.passerelle.calendar.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.model.BookingId;
import org.passerelle.calendar.imports.ImportSync.Wanted;
import org.passerelle.time.Interval;

class ImportSyncTests {

    private static final Interval MORNING =
            Interval.of(Instant.parse("2026-03-25T08:00:00Z"), Instant.parse("2026-03-25T11:00:00Z"));

    /** The two titles have the same {@link String#hashCode()}. */
    @Test
    void noticesThatATitleChanged() {
        assertThat(wanted("Room Aa").digest()).isNotEqualTo(wanted("Room BB").digest());
        assertThat(wanted("Room Aa").digest()).isEqualTo(wanted("Room Aa").digest());
    }

    private static Wanted wanted(String title) {
        return new Wanted(
                BookingId.forName("import"), new ExternalDate("a|1", title, MORNING, ZoneId.of("Europe/Paris")));
    }
}
