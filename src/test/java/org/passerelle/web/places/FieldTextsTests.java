package org.passerelle.web.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.web.PageWordsOf;
import org.springframework.context.support.ResourceBundleMessageSource;

class FieldTextsTests {

    private static final PlaceField LENGTH = PlaceField.of("rules.arrival.grace", FieldKind.LENGTH, "never");
    private static final PlaceField PERIOD = PlaceField.of("rules.horizon", FieldKind.PERIOD);
    private static final PlaceField HOURS = PlaceField.of("rules.hours", FieldKind.HOURS);
    private static final PlaceField WORDS = PlaceField.of("rules.bookableBy", FieldKind.WORDS, "everyone");

    private final FieldTexts texts = new FieldTexts(PageWordsOf.messages(messages()));

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("messages");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return source;
    }

    @ParameterizedTest
    @CsvSource({
        "30 min, PT30M", "3 h 30 min, PT3H30M", "1h30, PT1H30M", "1 h 5, PT1H5M", "2 d, PT48H",
                "1 d 2 h 3 min, PT26H3M",
        "90 minutes, PT1H30M", "PT2H, PT2H", "never, never", "30, 30", "soon, soon", "1 h 30 min x, 1 h 30 min x"
    })
    void readsLengths(String written, String file) {
        assertThat(texts.written(LENGTH, written, Locale.ENGLISH)).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({
        "PT30M, fr, 30 min",
        "PT50H, fr, 2 j 2 h",
        "never, fr, jamais",
        "never, en, never",
        "PT0S, en, 0 min",
        "soon, en, soon"
    })
    void showsLengthsAndReadsWhatItShows(String file, String language, String shown) {
        Locale locale = Locale.forLanguageTag(language);

        assertThat(texts.shown(LENGTH, file, locale)).isEqualTo(shown);
        assertThat(texts.shown(LENGTH, texts.written(LENGTH, shown, locale), locale))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "P24M, en, 24 months",
        "P1M, fr, 1 mois",
        "P90D, fr, 90 jours",
        "P1Y, en, 12 months",
        "P2M10D, en, 2 months 10 days"
    })
    void showsAndReadsTimesAhead(String file, String language, String shown) {
        Locale locale = Locale.forLanguageTag(language);

        assertThat(texts.shown(PERIOD, file, locale)).isEqualTo(shown);
        assertThat(texts.shown(PERIOD, texts.written(PERIOD, shown, locale), locale))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "Mo-Fr 08:00-20:00, fr, Lu-Ve 08:00-20:00",
        "'Tu,We,Th 09:00-12:00; Sa closed', fr, 'Ma,Me,Je 09:00-12:00; Sa fermé'",
        "closed, fr, fermé",
        "Mo-Su 00:00-24:00, en, Mo-Su 00:00-24:00"
    })
    void daysAreNamedInTheLanguageOfTheReader(String file, String language, String shown) {
        Locale locale = Locale.forLanguageTag(language);

        assertThat(texts.shown(HOURS, file, locale)).isEqualTo(shown);
        assertThat(texts.written(HOURS, shown, locale)).isEqualTo(file);
    }

    @Test
    void aWordMayStandForAList() {
        assertThat(texts.written(WORDS, "tous", Locale.FRENCH)).isEqualTo("everyone");
        assertThat(texts.written(WORDS, "everyone", Locale.FRENCH)).isEqualTo("everyone");
        assertThat(texts.written(WORDS, "a, b;c", Locale.FRENCH)).isEqualTo(List.of("a", "b", "c"));
        assertThat(texts.shown(WORDS, List.of("a", "b"), Locale.FRENCH)).isEqualTo("a, b");
    }
}
