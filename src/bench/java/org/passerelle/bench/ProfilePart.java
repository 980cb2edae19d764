package org.passerelle.bench;

import java.util.List;
import java.util.Map;

/** To which part of the program a frame, or a thread, belongs. */
final class ProfilePart {

    static final String CLIENT = "client of the bench";
    static final String OTHER = "other frames";

    /** Of request threads; what they do besides is told by their frames. */
    static final String REQUESTS = "requests";

    static final String STORE = "the store's own threads";
    static final String COMPILER = "compiler of the JVM";
    static final String COLLECTOR = "collection of garbage, VM";
    static final String RECORDER = "the recording itself";

    /** Beginnings of class names, the narrower first. The frame nearest to the top that has one tells. */
    private static final List<Map.Entry<String, String>> FRAMES = List.of(
            Map.entry("org.passerelle.platform.mongo.log.", "store: log and disk"),
            Map.entry("sun.nio.ch.FileChannel", "store: log and disk"),
            Map.entry("sun.nio.ch.FileDispatcher", "store: log and disk"),
            Map.entry("org.h2.", "store: pages of H2"),
            Map.entry("org.passerelle.platform.mongo.", "store: commands"),
            Map.entry("de.bwaldvogel.", "store: commands"),
            Map.entry("io.netty.", "store: commands"),
            Map.entry("com.mongodb.", "driver, BSON, Spring Data"),
            Map.entry("org.bson.", "driver, BSON, Spring Data"),
            Map.entry("org.springframework.data.", "driver, BSON, Spring Data"),
            Map.entry("tools.jackson.", "JSON"),
            Map.entry("com.fasterxml.", "JSON"),
            Map.entry("org.springframework.security.", "security filters"),
            Map.entry("org.passerelle.security.", "security filters"),
            Map.entry("org.passerelle.", "deciding and the rest of our code"),
            Map.entry("org.apache.", "Tomcat and HTTP"),
            Map.entry("jakarta.servlet.", "Tomcat and HTTP"),
            Map.entry("sun.nio.ch.", "Tomcat and HTTP"),
            Map.entry("org.springframework.web.", "Tomcat and HTTP"),
            Map.entry("org.springframework.http.", "Tomcat and HTTP"));

    /** Linux keeps no more of a thread's name. */
    private static final int LONGEST_NAME = 15;

    /** Beginnings of thread names. */
    private static final List<Map.Entry<String, String>> THREADS = List.of(
            Map.entry(Load.CLIENT, CLIENT),
            Map.entry("HttpClient", CLIENT),
            Map.entry("main", CLIENT),
            Map.entry("java", CLIENT),
            Map.entry("http-nio", REQUESTS),
            Map.entry("store-", STORE),
            Map.entry("MVStore", STORE),
            Map.entry("H2-", STORE),
            Map.entry("C1 Compiler", COMPILER),
            Map.entry("C2 Compiler", COMPILER),
            Map.entry("Sweeper", COMPILER),
            Map.entry("G1 ", COLLECTOR),
            Map.entry("GC ", COLLECTOR),
            Map.entry("VM ", COLLECTOR),
            Map.entry("JFR", RECORDER));

    private ProfilePart() {}

    /** @param classes of the frames of a stack, the top first */
    static String ofFrames(List<String> classes) {
        return classes.stream()
                .flatMap(name -> FRAMES.stream().filter(each -> name.startsWith(each.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER);
    }

    /** What follows from bookings has threads of many names. */
    static String ofThread(String whole) {
        String name = whole.substring(0, Math.min(LONGEST_NAME, whole.length()));
        return THREADS.stream()
                .filter(each -> name.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> "what follows: " + name.replaceAll("[-#]?\\d+$", ""));
    }
}
