package org.passerelle.i18n;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The languages that every text for people exists in: those whose property files are on the class path. A language is
 * added by one file beside each English one, with its tag as suffix; nothing else names it.
 */
public final class Languages {

    /** That of the property files without a suffix, and of whoever asks for none that is spoken. */
    public static final Locale DEFAULT = Locale.ENGLISH;

    /** English, then the others by their tags. */
    public static final List<Locale> SPOKEN = in(Languages.class.getClassLoader());

    static final String BUNDLE = "org/passerelle/i18n/language";

    private static final String ENDING = ".properties";

    private Languages() {}

    /** Those that have a file of the {@link #BUNDLE} in which a language says its name, its days and its units. */
    static List<Locale> in(ClassLoader loader) {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver(loader)
                    .getResources("classpath*:" + BUNDLE + "_*" + ENDING);
            Stream<Locale> others = Stream.of(files)
                    .map(file -> Objects.requireNonNull(file.getFilename()))
                    .map(Languages::ofFile)
                    .filter(language -> !language.equals(DEFAULT))
                    .distinct()
                    .sorted(Comparator.comparing(Locale::toLanguageTag));
            return Stream.concat(Stream.of(DEFAULT), others).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param name such as {@code language_pt_BR.properties} */
    private static Locale ofFile(String name) {
        String suffix = name.substring(name.indexOf('_') + 1, name.length() - ENDING.length());
        return Locale.forLanguageTag(suffix.replace('_', '-'));
    }

    /** As {@link #find}, otherwise English. */
    public static Locale nearest(Locale wished) {
        return find(wished).orElse(DEFAULT);
    }

    /** The language itself, else the first spoken one of which it is a variety; empty if none is. */
    public static Optional<Locale> find(Locale wished) {
        return SPOKEN.contains(wished)
                ? Optional.of(wished)
                : SPOKEN.stream()
                        .filter(each -> each.getLanguage().equals(wished.getLanguage()))
                        .findFirst();
    }

    /** What a language calls itself, for instance {@code English}. */
    public static String name(Locale spoken) {
        return LanguageBundle.WORDS.text("name", spoken);
    }
}
