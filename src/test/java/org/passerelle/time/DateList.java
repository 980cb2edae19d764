package org.passerelle.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Dates as tests write them, month by month: {@code 1997-09: 2..11,30; 1997-10: 4}. */
final class DateList {

    private DateList() {}

    static List<LocalDate> dates(String text) {
        return Stream.of(text.split(";")).flatMap(DateList::month).toList();
    }

    private static Stream<LocalDate> month(String text) {
        var parts = text.split(":");
        var month = YearMonth.parse(parts[0].strip());
        return Stream.of(parts[1].split(","))
                .flatMapToInt(days -> days(days.strip()))
                .mapToObj(month::atDay);
    }

    private static IntStream days(String text) {
        var ends = text.split("\\.\\.");
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    }
}
