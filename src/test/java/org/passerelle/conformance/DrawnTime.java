package org.passerelle.conformance;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time as a calendar writes it (RFC 5545 section 3.3.5).
 *
 * @param zone in which {@code local} is read; for days and floating times that of the reader
 */
public record DrawnTime(Form form, LocalDateTime local, DrawnZone zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    /** The value types. */
    public enum Form {
        UTC,
        ZONED,
        FLOATING,
        DAY
    }

    public Instant instant() {
        return zone.instant(local);
    }

    public boolean isDay() {
        return form == Form.DAY;
    }

    public DrawnTime at(LocalDateTime other) {
        return new DrawnTime(form, other, zone);
    }

    /** The same moment in UTC. */
    public static DrawnTime utc(Instant moment) {
        return new DrawnTime(Form.UTC, DrawnZone.UTC.local(moment), DrawnZone.UTC);
    }

    public static DrawnTime in(DrawnZone zone, Instant moment) {
        return new DrawnTime(Form.ZONED, zone.local(moment), zone);
    }

    public static DrawnTime day(LocalDateTime midnight, DrawnZone home) {
        return new DrawnTime(Form.DAY, midnight, home);
    }

    /** With the parameters that it needs, from the semicolon or colon on. */
    public String written() {
        return parameters() + ":" + value();
    }

    public String parameters() {
        return switch (form) {
            case DAY -> ";VALUE=DATE";
            case ZONED -> ";TZID=" + (zone.tzid().matches("[^:;,]*") ? zone.tzid() : '"' + zone.tzid() + '"');
            default -> "";
        };
    }

    public String value() {
        return switch (form) {
            case DAY -> DAY.format(local);
            case UTC -> TIME.format(local) + "Z";
            default -> TIME.format(local);
        };
    }
}
