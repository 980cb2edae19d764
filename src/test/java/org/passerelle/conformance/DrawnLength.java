package org.passerelle.conformance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** How long something lasts, as written (RFC 5545 sections 3.3.6 and 3.8.5.3). */
public sealed interface DrawnLength {

    /** The end of a date that starts at {@code local} in {@code zone}. */
    Instant end(LocalDateTime local, DrawnZone zone);

    /** The property that says it, or an empty text. */
    String written(DrawnTime start);

    /** DTEND: an exact length, the same for all dates; of days, as many days. */
    record Until(DrawnTime end, DrawnTime start) implements DrawnLength {

        @Override
        public Instant end(LocalDateTime local, DrawnZone zone) {
            return start.isDay()
                    ? zone.instant(local.plusDays(ChronoUnit.DAYS.between(start.local(), end.local())))
                    : zone.instant(local).plus(Duration.between(start.instant(), end.instant()));
        }

        @Override
        public String written(DrawnTime first) {
            return "DTEND" + end.written() + "\n";
        }
    }

    /** DURATION: days go by the clocks on the wall, what is shorter is exact. */
    record Lasting(int days, Duration time) implements DrawnLength {

        @Override
        public Instant end(LocalDateTime local, DrawnZone zone) {
            return zone.instant(local.plusDays(days)).plus(time);
        }

        @Override
        public String written(DrawnTime start) {
            return "DURATION:" + text() + "\n";
        }

        String text() {
            if (days > 0 && days % 7 == 0 && time.isZero()) {
                return "P" + days / 7 + "W";
            }
            return "P" + (days > 0 ? days + "D" : "")
                    + (time.isZero() ? "" : time.toString().substring(1));
        }
    }

    /** Nothing: a whole day, or no time at all. */
    record Unsaid(boolean day) implements DrawnLength {

        @Override
        public Instant end(LocalDateTime local, DrawnZone zone) {
            return zone.instant(day ? local.plusDays(1) : local);
        }

        @Override
        public String written(DrawnTime start) {
            return "";
        }
    }
}
