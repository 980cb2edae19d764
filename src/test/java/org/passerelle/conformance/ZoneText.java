package org.passerelle.conformance;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;

/** VTIMEZONEs as programs write them, of the clocks that Java knows (RFC 5545 section 3.6.5). */
final class ZoneText {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private ZoneText() {}

    /** Who writes like that: since when, and with what in the rules. */
    enum Form {
        GOOGLE(1970, ""),
        OUTLOOK(1601, ""),
        NOTES(1950, "TIME"),
        APPLE(2007, "");

        private final int since;
        private final String manner;

        Form(int since, String manner) {
            this.since = since;
            this.manner = manner;
        }
    }

    /** Whether the rules are such that each can be said by the n-th weekday of a month, or clocks never change. */
    static boolean canBeRules(ZoneRules clocks) {
        return clocks.getTransitionRules().stream().allMatch(ZoneText::isNthWeekday);
    }

    private static boolean isNthWeekday(ZoneOffsetTransitionRule rule) {
        ZoneOffsetTransition one = rule.createTransition(2026);
        ZoneOffsetTransition next = rule.createTransition(2027);
        DayOfWeek day = rule.getDayOfWeek();
        return day != null
                && List.of(1, 8, 15, 22, -1).contains(rule.getDayOfMonthIndicator())
                && one.getDateTimeBefore().getDayOfWeek() == day
                && next.getDateTimeBefore().getDayOfWeek() == day;
    }

    /** By yearly rules, from the first onset on. */
    static String byRules(String tzid, ZoneRules clocks, Form form) {
        StringBuilder out = new StringBuilder(head(tzid));
        if (clocks.getTransitionRules().isEmpty()) {
            String offset = offset(
                    clocks.getStandardOffset(LocalDateTime.of(2026, 1, 1, 0, 0).toInstant(ZoneOffset.UTC)));
            out.append("BEGIN:STANDARD\nDTSTART:")
                    .append(form.since)
                    .append("0101T000000\nTZOFFSETFROM:")
                    .append(offset)
                    .append("\nTZOFFSETTO:")
                    .append(offset)
                    .append("\nEND:STANDARD\n");
        }
        for (ZoneOffsetTransitionRule rule : clocks.getTransitionRules()) {
            ZoneOffsetTransition first = rule.createTransition(form.since);
            out.append(part(
                    first,
                    "RRULE:FREQ=YEARLY" + (form.manner.isEmpty() ? "" : time(first)) + ";BYDAY=" + nth(rule)
                            + ";BYMONTH=" + first.getDateTimeBefore().getMonthValue() + "\n"));
        }
        return out.append("END:VTIMEZONE\n").toString();
    }

    private static String time(ZoneOffsetTransition onset) {
        return ";BYMINUTE=" + onset.getDateTimeBefore().getMinute() + ";BYHOUR="
                + onset.getDateTimeBefore().getHour();
    }

    /** New York's, with the rules until 2006 before those of today. */
    static String inTwoEras(String tzid, ZoneRules newYork) {
        StringBuilder out = new StringBuilder(head(tzid));
        out.append(
                "BEGIN:DAYLIGHT\nDTSTART:19870405T020000\nRRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z\n"
                        + "TZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nEND:DAYLIGHT\n"
                        + "BEGIN:STANDARD\nDTSTART:19871025T020000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z\n"
                        + "TZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nEND:STANDARD\n");
        newYork.getTransitionRules()
                .forEach(rule -> out.append(part(
                        rule.createTransition(2007),
                        "RRULE:FREQ=YEARLY;BYDAY=" + nth(rule) + ";BYMONTH="
                                + rule.getMonth().getValue() + "\n")));
        return out.append("END:VTIMEZONE\n").toString();
    }

    /** By one part an onset, or by RDATEs of one part for each change. */
    static String byOnsets(String tzid, ZoneRules clocks, int firstYear, int lastYear, boolean asDates) {
        StringBuilder out = new StringBuilder(head(tzid));
        for (ZoneOffsetTransitionRule rule : clocks.getTransitionRules()) {
            if (asDates) {
                StringBuilder more = new StringBuilder();
                for (int year = firstYear + 1; year <= lastYear; year++) {
                    more.append("RDATE:")
                            .append(local(rule.createTransition(year)))
                            .append('\n');
                }
                out.append(part(rule.createTransition(firstYear), more.toString()));
            } else {
                for (int year = firstYear; year <= lastYear; year++) {
                    out.append(part(rule.createTransition(year), ""));
                }
            }
        }
        return out.append("END:VTIMEZONE\n").toString();
    }

    private static String head(String tzid) {
        return "BEGIN:VTIMEZONE\nTZID:" + tzid + "\n";
    }

    private static String part(ZoneOffsetTransition onset, String more) {
        String kind = onset.isGap() ? "DAYLIGHT" : "STANDARD";
        return "BEGIN:" + kind + "\nDTSTART:" + local(onset) + "\nTZOFFSETFROM:" + offset(onset.getOffsetBefore())
                + "\nTZOFFSETTO:" + offset(onset.getOffsetAfter()) + "\n" + more + "END:" + kind + "\n";
    }

    private static String local(ZoneOffsetTransition onset) {
        return LOCAL.format(onset.getDateTimeBefore());
    }

    private static String nth(ZoneOffsetTransitionRule rule) {
        int from = rule.getDayOfMonthIndicator();
        String day = rule.getDayOfWeek().name().substring(0, 2);
        return (from < 0 ? "-1" : String.valueOf((from - 1) / 7 + 1)) + day;
    }

    private static String offset(ZoneOffset offset) {
        int minutes = Math.abs(offset.getTotalSeconds()) / 60;
        return String.format(
                Locale.ROOT, "%s%02d%02d", offset.getTotalSeconds() < 0 ? "-" : "+", minutes / 60, minutes % 60);
    }
}
