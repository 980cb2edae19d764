package org.passerelle.phrase;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of all languages for what a line can say, from one file each. A line may mix languages, so they are read together.
 */
final class Lexicon {

    private static final String NEVER = "(?!)";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s'\\-]+");

    /** A word of one language. */
    record LexiconWord(String concept, String text, Locale language) {

        String key() {
            return normal(text);
        }
    }

    private final List<LexiconWord> words;
    private final Map<String, List<LexiconWord>> byConcept;
    private final Map<String, List<LexiconWord>> byKey;

    private Lexicon(List<LexiconWord> words) {
        this.words = List.copyOf(words);
        this.byConcept =
                words.stream().collect(Collectors.groupingBy(LexiconWord::concept, HashMap::new, Collectors.toList()));
        this.byKey = words.stream().collect(Collectors.groupingBy(LexiconWord::key, HashMap::new, Collectors.toList()));
    }

    /** @param languages of which those without a file are passed over; English is the file without a suffix */
    static Lexicon of(List<Locale> languages) {
        List<LexiconWord> words = new ArrayList<>();
        for (Locale language : languages) {
            String suffix = language.equals(Locale.ENGLISH) ? "" : "_" + language.toString();
            try (InputStream file = Lexicon.class.getResourceAsStream("words" + suffix + ".properties")) {
                if (file != null) {
                    words.addAll(read(new InputStreamReader(file, StandardCharsets.UTF_8), language));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Lexicon(words);
    }

    private static List<LexiconWord> read(Reader file, Locale language) throws IOException {
        Properties texts = new Properties();
        texts.load(file);
        Map<String, List<LexiconWord>> words = new LinkedHashMap<>();
        for (String concept : texts.stringPropertyNames()) {
            words.put(
                    concept,
                    Stream.of(texts.getProperty(concept).split(","))
                            .map(String::strip)
                            .filter(word -> !word.isEmpty())
                            .map(word -> new LexiconWord(concept, word, language))
                            .toList());
        }
        return words.values().stream().flatMap(List::stream).toList();
    }

    private static String normal(String text) {
        return BETWEEN_WORDS.matcher(Folding.fold(text)).replaceAll(" ").strip();
    }

    /** An expression for every word of {@code concept}, or of a family such as {@code weekday}, in a folded line. */
    String any(String concept) {
        return regex(word -> word.concept().equals(concept) || isOf(word, concept));
    }

    /** Without the first of the family: no "a" or "one". */
    String severalNumbers() {
        return regex(word -> isOf(word, "number") && !word.concept().equals("number.1"));
    }

    private String regex(Predicate<LexiconWord> condition) {
        String all = words.stream()
                .filter(condition)
                .map(LexiconWord::key)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(key -> Stream.of(key.split(" ")).map(Pattern::quote).collect(Collectors.joining("[\\s'\\-]{1,2}")))
                .collect(Collectors.joining("|"));
        return all.isEmpty() ? NEVER : "(?:" + all + ")";
    }

    private static boolean isOf(LexiconWord word, String family) {
        return word.concept().startsWith(family + ".");
    }

    /** The number of {@code matched} in a family, such as 2 of a Tuesday. */
    int number(String family, String matched) {
        String digits = matched.strip();
        if (digits.matches("[0-9]{1,6}")) {
            return Integer.parseInt(digits);
        }
        return word(family, matched).concept().substring(family.length() + 1).transform(Integer::parseInt);
    }

    private LexiconWord word(String family, String matched) {
        return byKey.getOrDefault(normal(matched), List.of()).stream()
                .filter(word -> isOf(word, family))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Not of the family " + family + ": " + matched));
    }

    /** The language in which {@code matched} is a word for {@code concept}, or of a family. */
    Locale languageOf(String concept, String matched) {
        return byKey.getOrDefault(normal(matched), List.of()).stream()
                .filter(word -> word.concept().equals(concept) || isOf(word, concept))
                .findFirst()
                .map(LexiconWord::language)
                .orElse(Locale.ENGLISH);
    }

    /** The word to offer for {@code concept} in {@code language}. */
    String first(String concept, Locale language) {
        List<LexiconWord> all = byConcept.getOrDefault(concept, List.of());
        return all.stream()
                .filter(word -> word.language().equals(language))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(LexiconWord::text)
                .orElse("");
    }

    /** All words of a family, such as the kinds of rooms. */
    List<LexiconWord> family(String family) {
        return words.stream().filter(word -> isOf(word, family)).toList();
    }

    List<LexiconWord> all(String concept) {
        return byConcept.getOrDefault(concept, List.of());
    }
}
