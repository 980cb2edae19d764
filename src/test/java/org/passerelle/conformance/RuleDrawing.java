package org.passerelle.conformance;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws rules within RFC 5545 section 3.3.10 that lib-recur is not known to misread: no week 53, weeks only by themselves
 * and every year, no BYSETPOS in a yearly rule, months wherever a yearly rule has days of the month.
 */
final class RuleDrawing {

    private static final String[] DAYS = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

    private final Draws draws;

    RuleDrawing(Draws draws) {
        this.draws = draws;
    }

    /** Without end. */
    String endless() {
        return switch (draws.between(0, 9)) {
            case 0, 1, 2 -> daily();
            case 3, 4, 5 -> weekly();
            case 6, 7 -> monthly();
            default -> yearly();
        };
    }

    private String daily() {
        String rule = "FREQ=DAILY" + interval(4);
        return switch (draws.between(0, 4)) {
            case 0 -> rule + ";BYDAY=" + list(5, () -> draws.oneOf(DAYS));
            case 1 -> rule + ";BYMONTH=" + list(4, () -> draws.between(1, 12));
            case 2 -> rule + ";BYMONTHDAY=" + list(6, () -> monthDay());
            default -> rule;
        };
    }

    private String weekly() {
        String rule = "FREQ=WEEKLY" + interval(4);
        String week = draws.chance(25) ? ";WKST=" + draws.oneOf(DAYS) : "";
        return rule
                + week
                + (draws.chance(60) ? ";BYDAY=" + list(4, () -> draws.oneOf(DAYS)) : "")
                + (draws.chance(10) ? ";BYMONTH=" + list(5, () -> draws.between(1, 12)) : "");
    }

    private String monthly() {
        String rule = "FREQ=MONTHLY" + interval(3);
        return switch (draws.between(0, 5)) {
            case 0 -> rule + ";BYMONTHDAY=" + list(3, () -> monthDay());
            case 1 -> rule + ";BYDAY=" + list(2, () -> nth(5) + draws.oneOf(DAYS));
            case 2 -> rule + ";BYDAY=MO,TU,WE,TH,FR;BYSETPOS=" + draws.oneOf("1", "-1", "2", "-2", "1,-1", "10");
            case 3 -> rule + ";BYMONTHDAY=13;BYDAY=" + list(2, () -> draws.oneOf(DAYS));
            case 4 -> rule + ";BYMONTHDAY=" + draws.oneOf("31", "-1", "29", "30", "28,29,30,31;BYSETPOS=-1");
            default -> rule;
        };
    }

    private String yearly() {
        String rule = "FREQ=YEARLY" + (draws.chance(10) ? ";INTERVAL=2" : "");
        return switch (draws.between(0, 6)) {
            case 0 -> rule + months();
            case 1 -> rule + months() + ";BYMONTHDAY=" + list(3, () -> monthDay());
            case 2 -> rule + months() + ";BYDAY=" + list(2, () -> nth(4) + draws.oneOf(DAYS));
            case 3 -> rule + ";BYDAY=" + list(2, () -> nth(50) + draws.oneOf(DAYS));
            case 4 -> rule + ";BYYEARDAY=" + list(4, () -> draws.chance(25) ? "-1" : draws.between(1, 366));
            case 5 ->
                "FREQ=YEARLY;BYWEEKNO=" + list(3, () -> draws.between(2, 51)) + ";BYDAY="
                        + list(2, () -> draws.oneOf(DAYS));
            default -> rule;
        };
    }

    private String months() {
        return ";BYMONTH=" + list(4, () -> draws.between(1, 12));
    }

    private int monthDay() {
        return draws.chance(25) ? draws.oneOf(-1, -2, -31) : draws.oneOf(1, 13, 15, 28, 29, 30, 31);
    }

    private int nth(int most) {
        return draws.chance(30) ? -draws.between(1, 3) : draws.between(1, most);
    }

    private String interval(int most) {
        return draws.chance(35) ? ";INTERVAL=" + draws.between(1, most) : "";
    }

    private static String list(int most, Supplier<?> value, Draws draws) {
        return Stream.generate(value)
                .limit(draws.between(1, most))
                .map(String::valueOf)
                .distinct()
                .collect(Collectors.joining(","));
    }

    private String list(int most, Supplier<?> value) {
        return list(most, value, draws);
    }

    /** With an end or without; the end follows from the dates that the rule gives. */
    DrawnRule ended(String rule, DrawnTime start) {
        List<LocalDateTime> dates =
                new DrawnRule(rule, Optional.empty()).dates(start, start.local().plusYears(3));
        int last = dates.isEmpty() ? 0 : draws.between(0, Math.min(60, dates.size() - 1));
        return switch (draws.between(0, 3)) {
            case 0 -> new DrawnRule(rule + ";COUNT=" + (last + 1), Optional.empty());
            case 1, 2 ->
                dates.isEmpty()
                        ? new DrawnRule(rule, Optional.empty())
                        : new DrawnRule(rule, Optional.of(until(start.at(dates.get(last)))));
            default -> new DrawnRule(rule, Optional.empty());
        };
    }

    /** At the last start, or just before it, in all the forms that programs write. */
    private DrawnTime until(DrawnTime last) {
        List<DrawnTime> forms = new ArrayList<>();
        if (last.isDay()) {
            forms.add(last);
            forms.add(last);
            forms.add(DrawnTime.utc(last.instant()));
            return draws.oneOf(forms);
        }
        forms.add(DrawnTime.utc(last.instant()));
        forms.add(DrawnTime.utc(last.instant().minusSeconds(draws.oneOf(1, 300, 43_200))));
        forms.add(DrawnTime.day(last.local().toLocalDate().atStartOfDay(), last.zone()));
        if (last.form() != DrawnTime.Form.UTC) {
            forms.add(new DrawnTime(DrawnTime.Form.FLOATING, last.local(), last.zone()));
        }
        return draws.oneOf(forms);
    }
}
