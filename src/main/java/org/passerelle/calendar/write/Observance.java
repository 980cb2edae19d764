package org.passerelle.calendar.write;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.Locale;
import java.util.Optional;

/**
 * A STANDARD or DAYLIGHT part of a VTIMEZONE (RFC 5545 section 3.6.5).
 *
 * @param onset when it begins, in the local time that its clock change ends
 * @param rule the value of RRULE; empty for an onset that happens once
 */
record Observance(
        boolean daylight, LocalDateTime onset, ZoneOffset from, ZoneOffset to, String name, Optional<String> rule) {

    private static final DateTimeFormatter ABBREVIATION = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    /** A clock change that happens once. */
    static Observance once(ZoneId zone, ZoneOffsetTransition change) {
        return new Observance(
                zone.getRules().isDaylightSavings(change.getInstant()),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                abbreviation(zone, change.getInstant()),
                Optional.empty());
    }

    /**
     * A clock change that happens every year.
     *
     * @param text the value of RRULE
     * @param nameYear a year in which the zone follows the rule, for its abbreviation
     */
    static Observance yearly(ZoneId zone, ZoneOffsetTransitionRule rule, String text, int nameYear) {
        ZoneOffsetTransition first = rule.createTransition(YearlyOnset.FIRST_YEAR);
        return new Observance(
                !rule.getOffsetAfter().equals(rule.getStandardOffset()),
                first.getDateTimeBefore(),
                first.getOffsetBefore(),
                first.getOffsetAfter(),
                abbreviation(zone, rule.createTransition(nameYear).getInstant()),
                Optional.of(text));
    }

    /** The offset at {@code moment} for all time: STANDARD, without a rule, since Outlook refuses one here that names no day. */
    static Observance constant(ZoneId zone, Instant moment) {
        ZoneOffset offset = zone.getRules().getOffset(moment);
        LocalDateTime onset = LocalDateTime.of(YearlyOnset.FIRST_YEAR, 1, 1, 0, 0);
        return new Observance(false, onset, offset, offset, abbreviation(zone, moment), Optional.empty());
    }

    private static String abbreviation(ZoneId zone, Instant moment) {
        return ABBREVIATION.format(moment.atZone(zone));
    }

    void writeTo(IcsWriter out) {
        String component = daylight ? "DAYLIGHT" : "STANDARD";
        out.begin(component)
                .write(ContentLine.plain("DTSTART", ContentLine.local(onset)))
                .write(ContentLine.plain("TZOFFSETFROM", text(from)))
                .write(ContentLine.plain("TZOFFSETTO", text(to)))
                .write(ContentLine.text("TZNAME", name));
        rule.ifPresent(value -> out.write(ContentLine.plain("RRULE", value)));
        out.end(component);
    }

    /** As {@code +HHMM}; seconds occur only before about 1970, where exactness outweighs what Outlook can read. */
    private static String text(ZoneOffset offset) {
        int seconds = Math.abs(offset.getTotalSeconds());
        String hoursAndMinutes = String.format(
                Locale.ROOT, "%s%02d%02d", offset.getTotalSeconds() < 0 ? "-" : "+", seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? hoursAndMinutes : hoursAndMinutes + String.format(Locale.ROOT, "%02d", seconds % 60);
    }
}
