package org.passerelle.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A postbox that keeps what it takes, and answers what a test tells it to. */
public final class Mails implements Postbox {

    private static final Pattern CALENDAR = Pattern.compile(
            "text/calendar; charset=UTF-8;\\s+method=(\\w+)\r\nContent-Transfer-Encoding: base64\r\n\r\n([^-]+)");

    public final List<OutgoingMail> taken = new ArrayList<>();
    public final Deque<Receipt> answers = new ArrayDeque<>();
    public int tries;

    /** Done once, before the first mail is answered. */
    public Runnable onFirst = () -> {};

    @Override
    public Receipt send(OutgoingMail mail) {
        if (tries++ == 0) {
            onFirst.run();
        }
        Receipt answer = answers.isEmpty() ? Receipt.TAKEN : answers.removeFirst();
        if (answer.outcome() == HandoverOutcome.TAKEN) {
            taken.add(mail);
        }
        return answer;
    }

    /** Who got what since the last call, for instance {@code kim@example.org REQUEST}. */
    public List<String> inWords() {
        List<String> words = taken.stream()
                .map(mail -> mail.recipient() + " " + calendarPart(mail).group(1))
                .toList();
        taken.clear();
        return words;
    }

    public static String calendar(OutgoingMail mail) {
        byte[] bytes = Base64.getMimeDecoder().decode(calendarPart(mail).group(2));
        return new String(bytes, StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    private static Matcher calendarPart(OutgoingMail mail) {
        Matcher part = CALENDAR.matcher(new String(mail.bytes(), StandardCharsets.US_ASCII));
        if (!part.find()) {
            throw new AssertionError("No calendar in " + mail.messageId());
        }
        return part;
    }
}
