package org.passerelle.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Rules with starts as people and hostile machines might write them, all within RFC 5545. */
final class GeneratedRules {

    private static final LocalDate FIRST_START = LocalDate.of(2019, 12, 20);

    private GeneratedRules() {}

    /** A series as text. */
    record Series(LocalDateTime start, String rule) {

        Recurrence recurrence() {
            return Recurrence.parse(rule);
        }
    }

    static Series anySeries(Random random) {
        var start = FIRST_START.plusDays(random.nextInt(2000)).atTime(random.nextInt(24), random.nextInt(60));
        var parts = new ArrayList<String>();
        var frequency = Frequency.values()[random.nextInt(4)];
        parts.add("FREQ=" + frequency);
        maybe(random, 3, parts, () -> "INTERVAL=" + (1 + random.nextInt(random.nextInt(10) == 0 ? 40 : 4)));
        maybe(random, 3, parts, () -> "WKST=" + code(random));
        addEnd(random, start, parts);
        addChoices(random, frequency, parts);
        return new Series(start, String.join(";", parts));
    }

    private static void addEnd(Random random, LocalDateTime start, List<String> parts) {
        switch (random.nextInt(4)) {
            case 0 -> parts.add("COUNT=" + (1 + random.nextInt(30)));
            case 1 ->
                parts.add(new RecurrenceEnd.OnDate(start.toLocalDate().plusDays(random.nextInt(3000))).toString());
            default -> {}
        }
    }

    private static void addChoices(Random random, Frequency frequency, List<String> parts) {
        int before = parts.size();
        boolean yearly = frequency == Frequency.YEARLY;
        boolean weekNumbers = yearly && random.nextInt(6) == 0;
        boolean ordinals = (yearly && !weekNumbers) || frequency == Frequency.MONTHLY;
        maybe(random, 4, parts, () -> "BYMONTH=" + list(random, 3, () -> 1 + random.nextInt(12)));
        if (weekNumbers) {
            parts.add("BYWEEKNO=" + list(random, 3, () -> signed(random, 53)));
        }
        if (yearly && !weekNumbers) {
            maybe(random, 6, parts, () -> "BYYEARDAY=" + list(random, 4, () -> signed(random, 366)));
        }
        if (frequency != Frequency.WEEKLY) {
            maybe(random, 4, parts, () -> "BYMONTHDAY=" + list(random, 4, () -> signed(random, 31)));
        }
        maybe(random, 2, parts, () -> "BYDAY=" + list(random, 4, () -> weekday(random, ordinals, yearly)));
        if (parts.size() > before) {
            maybe(random, 5, parts, () -> "BYSETPOS=" + list(random, 2, () -> signed(random, 6)));
        }
    }

    private static void maybe(Random random, int oneIn, List<String> parts, Supplier<String> part) {
        if (random.nextInt(oneIn) == 0) {
            parts.add(part.get());
        }
    }

    private static String list(Random random, int most, Supplier<?> value) {
        var values = Stream.generate(value).limit(1 + random.nextInt(most)).map(String::valueOf);
        return String.join(",", values.toList());
    }

    private static int signed(Random random, int most) {
        int value = 1 + random.nextInt(most);
        return random.nextInt(3) == 0 ? -value : value;
    }

    private static String weekday(Random random, boolean ordinals, boolean yearly) {
        boolean numbered = ordinals && random.nextBoolean();
        return (numbered ? String.valueOf(signed(random, yearly && random.nextBoolean() ? 53 : 5)) : "") + code(random);
    }

    private static String code(Random random) {
        return WeekdayNumber.code(DayOfWeek.of(1 + random.nextInt(7)));
    }
}
