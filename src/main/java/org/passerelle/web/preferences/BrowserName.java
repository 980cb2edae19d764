package org.passerelle.web.preferences;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.text.Text;

/** What people call the browser that a {@code User-Agent} names (RFC 9110 section 10.1.5). */
final class BrowserName {

    private static final int LONGEST = 60;

    /** In this order: each of the later ones is named by most of the earlier ones as well. */
    private static final List<Mark> PROGRAMS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("Firefox/", "Firefox"),
            new Mark("FxiOS/", "Firefox"),
            new Mark("Chrome/", "Chrome"),
            new Mark("CriOS/", "Chrome"),
            new Mark("Safari/", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("Windows", "Windows"),
            new Mark("Android", "Android"),
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Mac OS X", "Mac"),
            new Mark("Linux", "Linux"));

    private record Mark(String text, String name) {}

    private BrowserName() {}

    /** For instance {@code Firefox, Windows}; the beginning of {@code agent} if it is no browser that is known. */
    static String of(String agent) {
        String known = Stream.of(PROGRAMS, SYSTEMS)
                .flatMap(marks -> marks.stream()
                        .filter(mark -> agent.contains(mark.text()))
                        .map(Mark::name)
                        .limit(1))
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? Text.shortened(agent, LONGEST) : known;
    }
}
