package org.passerelle.i18n;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A language that nobody speaks: every English text between two marks. What is shown in it without marks was said by
 * something else than the property files.
 */
public final class MadeUpLanguage {

    /** One of those that ISO 639-2 leaves to private use. */
    public static final Locale LOCALE = Locale.forLanguageTag("qaa");

    static final Path RESOURCES = Path.of("src/main/resources");
    private static final String ENDING = ".properties";
    private static final Pattern INNERMOST = Pattern.compile("⟦[^⟦⟧]*⟧");

    private MadeUpLanguage() {}

    /** The English property files, relative to {@link #RESOURCES}: those without a suffix of which there is a French one. */
    static List<Path> english() throws IOException {
        try (Stream<Path> all = Files.walk(RESOURCES)) {
            return all.filter(file -> file.toString().endsWith(ENDING) && Files.exists(sibling(file, Locale.FRENCH)))
                    .map(RESOURCES::relativize)
                    .sorted()
                    .toList();
        }
    }

    static Path sibling(Path english, Locale language) {
        String name = english.getFileName().toString();
        String tag = language.toLanguageTag().replace('-', '_');
        return english.resolveSibling(name.substring(0, name.length() - ENDING.length()) + "_" + tag + ENDING);
    }

    static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
            texts.load(reader);
        }
        return texts;
    }

    /** Writes its property files, and nothing else, so that {@code folder} can be put on a class path. */
    public static void writeInto(Path folder) throws IOException {
        for (Path english : english()) {
            Properties marked = new Properties();
            read(english).forEach((key, text) -> marked.put(key, "⟦" + text + "⟧"));
            Path file = sibling(folder.resolve(english), LOCALE);
            Files.createDirectories(file.getParent());
            try (Writer writer = Files.newBufferedWriter(file)) {
                marked.store(writer, null);
            }
        }
    }

    /** What {@code text} holds outside all marks. */
    public static String outsideOfMarks(String text) {
        String before;
        String left = text;
        do {
            before = left;
            left = INNERMOST.matcher(before).replaceAll("");
        } while (!left.equals(before));
        return left;
    }

    /** All texts in the languages that people do speak, which have letters and nothing to fill in. */
    public static List<String> spokenTexts() throws IOException {
        Stream.Builder<String> texts = Stream.builder();
        for (Path english : english()) {
            read(english).values().forEach(text -> texts.add(text.toString()));
            read(sibling(english, Locale.FRENCH)).values().forEach(text -> texts.add(text.toString()));
        }
        return texts.build()
                .map(text -> text.replace("''", "'").strip())
                .filter(text -> text.length() > 3
                        && text.indexOf('{') < 0
                        && text.chars().anyMatch(Character::isLetter))
                .distinct()
                .toList();
    }
}
