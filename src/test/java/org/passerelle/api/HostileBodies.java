package org.passerelle.api;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Bodies that book nothing: the status that each gets, what it is, and the body. */
final class HostileBodies {

    private static final BookingBody GOOD = HostileInputTests.GOOD;

    private HostileBodies() {}

    static Stream<Arguments> all() {
        String many = "\"melun-seine\",".repeat(9_999) + "\"melun-seine\"";
        return Stream.concat(
                Stream.of(
                        Arguments.of(400, "malformed", "{\"title\":"),
                        Arguments.of(400, "no JSON at all", "title=Comité"),
                        Arguments.of(400, "a list", "[]"),
                        Arguments.of(400, "a number", "42"),
                        Arguments.of(400, "null", "null"),
                        Arguments.of(400, "empty object", "{}"),
                        Arguments.of(400, "two documents", GOOD + "{}"),
                        Arguments.of(
                                400,
                                "a field twice",
                                GOOD.with("title", "\"x\"").toString()),
                        Arguments.of(
                                400,
                                "an unknown field",
                                GOOD.with("romm", "\"x\"").toString()),
                        Arguments.of(
                                400,
                                "a text for a list",
                                GOOD.with("attendees", "\"x\"").toString()),
                        Arguments.of(
                                400,
                                "a number for a text",
                                GOOD.with("notes", "7").toString()),
                        Arguments.of(
                                400,
                                "a text for a number",
                                GOOD.with("headcount", "\"7\"").toString()),
                        Arguments.of(
                                400,
                                "half a person",
                                GOOD.with("headcount", "1.5").toString()),
                        Arguments.of(
                                400,
                                "a huge number",
                                GOOD.with("headcount", "9".repeat(49)).toString()),
                        Arguments.of(
                                400,
                                "a number of 10,000 digits",
                                GOOD.with("headcount", "9".repeat(10_000)).toString()),
                        Arguments.of(
                                400,
                                "a huge exponent",
                                GOOD.with("headcount", "1e999999999").toString()),
                        Arguments.of(400, "deep nesting", "[".repeat(100_000)),
                        Arguments.of(
                                400,
                                "deep nesting in a field",
                                GOOD.with("attendees", "[".repeat(5_000) + "]".repeat(5_000))
                                        .toString()),
                        Arguments.of(400, "10,000 rooms", GOOD.toString().replace("\"melun-seine\"", many)),
                        Arguments.of(400, "no room", GOOD.toString().replace("\"melun-seine\"", "")),
                        Arguments.of(400, "a null room", GOOD.toString().replace("\"melun-seine\"", "null")),
                        Arguments.of(400, "a room twice", GOOD.toString().replace("[", "[\"melun-seine\",")),
                        Arguments.of(
                                400, "a room and its whole", GOOD.toString().replace("[", "[\"melun-grand-salon\",")),
                        Arguments.of(422, "an unknown room", GOOD.toString().replace("melun-seine", "melun-nowhere")),
                        Arguments.of(400, "a hostile room", GOOD.toString().replace("melun-seine", "../../etc/passwd")),
                        Arguments.of(413, "10 MB", "{\"title\":\"" + "x".repeat(10_000_000) + "\"}"),
                        Arguments.of(
                                400,
                                "a null attendee",
                                GOOD.with("attendees", "[null]").toString()),
                        Arguments.of(
                                400,
                                "a hostile address",
                                GOOD.with("attendees", "[{\"email\":\"a@b\\r\\nBcc: c@d\"}]")
                                        .toString()),
                        Arguments.of(
                                400,
                                "a null date",
                                GOOD.with("exclude", "[null]").toString()),
                        Arguments.of(
                                400,
                                "a hostile provider",
                                GOOD.with("conference", "{\"provider\":\"../x\"}")
                                        .toString()),
                        Arguments.of(
                                400,
                                "a mode of conflict",
                                GOOD.with("onConflict", "\"MAYBE\"").toString()),
                        Arguments.of(
                                400,
                                "an endless hold",
                                GOOD.with("hold", "\"P365D\"").toString()),
                        Arguments.of(
                                400,
                                "a hold of nothing",
                                GOOD.with("hold", "\"PT0S\"").toString()),
                        Arguments.of(
                                400,
                                "both ends",
                                GOOD.with("end", "\"2026-07-01T10:00\"").toString())),
                Stream.concat(texts(), times()));
    }

    private static Stream<Arguments> texts() {
        return Stream.of(
                        "",
                        "   ",
                        "\\u0000",
                        "a\\u0007b",
                        "two\\nlines",
                        "\\ud800",
                        "x\\udfff",
                        "\\u2028",
                        "x".repeat(201),
                        "x".repeat(100_000))
                .map(title -> Arguments.of(
                        400,
                        "a title of " + title.substring(0, Math.min(10, title.length())),
                        GOOD.called(title).toString()));
    }

    private static Stream<Arguments> times() {
        Stream<Arguments> starts = Stream.of(
                        "99999-01-01T09:00",
                        "+99999-01-01T09:00",
                        "-2026-07-01T09:00",
                        "0000-01-01T00:00",
                        "1970-01-01T00:00",
                        "2026-02-30T09:00",
                        "2026-07-01",
                        "09:00",
                        "tomorrow",
                        "2026-07-01T25:00",
                        "9999-12-31T23:59:59.999999999")
                .map(start -> Arguments.of(
                        400,
                        "start " + start,
                        BookingBody.at(start, "melun-seine").toString()));
        Stream<Arguments> durations = Stream.of(
                        "PT0S",
                        "-PT1H",
                        "PT-1H",
                        "P1Y",
                        "PT1M-61S",
                        "PT99999999999999999999H",
                        "P99999999999999D",
                        "one hour",
                        "")
                .map(duration -> Arguments.of(
                        400, "duration " + duration, GOOD.lasting(duration).toString()));
        Stream<Arguments> long422 = Stream.of("P3650D", "P31D", "PT1S")
                .map(duration -> Arguments.of(
                        422, "duration " + duration, GOOD.lasting(duration).toString()));
        Stream<Arguments> zones = Stream.of(
                        "Mars/Olympus",
                        "PTolemy",
                        "P5",
                        "9999-99-99",
                        "{0}",
                        "",
                        "../../etc/localtime",
                        "z".repeat(10_000))
                .map(zone -> Arguments.of(
                        422,
                        "zone " + zone.substring(0, Math.min(20, zone.length())),
                        GOOD.toString().replace("Europe/Paris", zone)));
        Stream<Arguments> rules = Stream.of(
                        "FREQ=SECONDLY",
                        "FREQ=MINUTELY;COUNT=3",
                        "FREQ=HOURLY",
                        "FREQ=DAILY;BYHOUR=9,10",
                        "FREQ=DAILY;INTERVAL=0",
                        "FREQ=DAILY;INTERVAL=99999999999",
                        "FREQ=DAILY;COUNT=0",
                        "FREQ=DAILY;COUNT=-1",
                        "FREQ=DAILY;COUNT=1;UNTIL=20270101",
                        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                        "COUNT=3",
                        "FREQ=",
                        "BYDAY=" + "MO,".repeat(5_000),
                        "FREQ=WEEKLY;BYDAY=XX",
                        "FREQ=DAILY;UNTIL=99999999",
                        "FREQ=DAILY;UNTIL=20200101")
                .map(rule -> Arguments.of(
                        400,
                        "rule " + rule.substring(0, Math.min(40, rule.length())),
                        GOOD.every(rule).toString()));
        Stream<Arguments> bombs = Stream.of(
                        "FREQ=DAILY;COUNT=999999999",
                        "FREQ=DAILY",
                        "FREQ=DAILY;UNTIL=99991231",
                        "FREQ=YEARLY;COUNT=700")
                .map(rule -> Arguments.of(422, "rule " + rule, GOOD.every(rule).toString()));
        return Stream.of(starts, durations, long422, zones, rules, bombs).flatMap(each -> each);
    }
}
