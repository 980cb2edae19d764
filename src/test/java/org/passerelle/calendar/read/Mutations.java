package org.passerelle.calendar.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Breaks texts in the ways in which mail breaks and attackers try. */
public final class Mutations {

    private static final List<String> INSERTED = List.of(
            "BEGIN:VEVENT\r\n",
            "END:VEVENT\r\n",
            "END:VCALENDAR\r\n",
            "BEGIN:VTIMEZONE\r\nTZID:X\r\n",
            "RRULE:FREQ=SECONDLY\r\n",
            "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n",
            "RRULE:FREQ=DAILY;INTERVAL=0\r\n",
            "DTSTART:99999999T999999Z\r\n",
            "ATTENDEE:mailto:\r\n",
            "ORGANIZER:mailto:victim@third.example\\nBcc: other@third.example\r\n",
            "SUMMARY:x\rBcc: victim@third.example\r\n",
            "\r\n\r\n",
            "\u0000",
            "\uFEFF",
            "&lol;&lol;&lol;",
            "\"\"\"\"",
            ";;;;====::::",
            "\u2028",
            "DURATION:P99999999999D\r\n",
            "EXDATE:" + "20260401T100000Z,".repeat(200) + "\r\n",
            "SEQUENCE:-99999999999\r\n");

    private Mutations() {}

    /** One to five things about {@code text} changed. */
    public static byte[] of(String text, Random random) {
        String mutant = text;
        for (int i = random.nextInt(5); i >= 0; i--) {
            mutant = changed(mutant, random);
        }
        byte[] bytes = mutant.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0 && bytes.length > 0) {
            for (int i = 0; i < 5; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
        }
        return bytes;
    }

    private static String changed(String text, Random random) {
        if (text.isEmpty()) {
            return INSERTED.get(random.nextInt(INSERTED.size()));
        }
        int at = random.nextInt(text.length());
        int to = Math.min(text.length(), at + random.nextInt(60));
        return switch (random.nextInt(7)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(to);
            case 2 -> text.substring(0, at) + text.substring(at, to).repeat(random.nextInt(200)) + text.substring(to);
            case 3 -> shuffled(text, random);
            case 4 ->
                text.substring(0, at)
                        + text.substring(at, to)
                                .toUpperCase(java.util.Locale.ROOT)
                                .replace(':', ';')
                        + text.substring(to);
            case 5 -> text.replace("\r\n", random.nextBoolean() ? "\n" : "\r");
            default -> text.substring(0, at) + INSERTED.get(random.nextInt(INSERTED.size())) + text.substring(at);
        };
    }

    private static String shuffled(String text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\r\n")));
        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        return String.join("\r\n", lines);
    }
}
