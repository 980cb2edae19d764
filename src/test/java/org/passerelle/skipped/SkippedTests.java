package org.passerelle.skipped;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Says at the end of {@code mvn verify} which tests were skipped and why, as Surefire writes it into its
 * reports. On their own they say a number.
 */
public final class SkippedTests {

    /** Of one class that was skipped for one reason, so many are named. */
    static final int MOST_NAMED = 5;

    private SkippedTests() {}

    /** A test that was skipped; {@code test} is empty if that befell a class as a whole. */
    record Skipped(String className, String test, String reason) {}

    /** @param arguments when the build began, as {@code 2026-11-30T10:40:00Z}, and the folders of reports */
    public static void main(String[] arguments) throws IOException, XMLStreamException {
        List<Path> folders = Stream.of(arguments).skip(1).map(Path::of).toList();
        told(in(folders, Instant.parse(arguments[0]))).forEach(System.out::println);
    }

    /** What the reports written since {@code begin} say; older ones tell of other builds, perhaps of classes that are gone. */
    static List<Skipped> in(List<Path> folders, Instant begin) throws IOException, XMLStreamException {
        List<Skipped> skipped = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (DirectoryStream<Path> reports = Files.newDirectoryStream(folder, "TEST-*.xml")) {
                for (Path report : reports) {
                    if (!Files.getLastModifiedTime(report).toInstant().isBefore(begin)) {
                        skipped.addAll(read(report));
                    }
                }
            }
        }
        return skipped;
    }

    private static List<Skipped> read(Path report) throws IOException, XMLStreamException {
        XMLInputFactory readers = XMLInputFactory.newDefaultFactory();
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        List<Skipped> skipped = new ArrayList<>();
        try (InputStream in = Files.newInputStream(report)) {
            XMLStreamReader xml = readers.createXMLStreamReader(in);
            String className = "";
            String test = "";
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "testcase" -> {
                        className = attribute(xml, "classname");
                        test = attribute(xml, "name");
                    }
                    case "skipped" -> skipped.add(new Skipped(className, test, attribute(xml, "message")));
                    default -> {
                        // what was run, and the properties of the process
                    }
                }
            }
        }
        return skipped;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value.strip().replaceAll("\\s+", " ");
    }

    /** By reason and by class, in the order of their names. */
    static List<String> told(List<Skipped> skipped) {
        if (skipped.isEmpty()) {
            return List.of("No test was skipped.");
        }
        List<String> lines = new ArrayList<>();
        lines.add("Skipped: " + counted(skipped.size()));
        by(Skipped::reason, skipped).forEach((reason, ofReason) -> {
            lines.add("  %s: %s".formatted(counted(ofReason.size()), reason.isEmpty() ? "no reason is given" : reason));
            by(Skipped::className, ofReason)
                    .forEach((className, ofClass) ->
                            lines.add("    %s: %s%s".formatted(className, counted(ofClass.size()), named(ofClass))));
        });
        return lines;
    }

    private static Map<String, List<Skipped>> by(Function<Skipped, String> key, List<Skipped> skipped) {
        return skipped.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private static String counted(int tests) {
        return tests == 1 ? "1 test" : tests + " tests";
    }

    private static String named(List<Skipped> ofClass) {
        List<String> names = ofClass.stream()
                .map(Skipped::test)
                .filter(name -> !name.isEmpty())
                .sorted()
                .toList();
        if (names.isEmpty()) {
            return "";
        }
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
        return " (" + first + (names.size() > MOST_NAMED ? " and others)" : ")");
    }
}
