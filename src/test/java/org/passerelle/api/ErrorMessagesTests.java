package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.api.InvalidRequest.FieldError;
import org.passerelle.booking.order.OrderFaultCode;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.i18n.Languages;
import org.passerelle.time.RecurrenceFault;
import org.springframework.mock.web.MockHttpServletRequest;

/** What is wrong with a field is said in the language of the caller. */
class ErrorMessagesTests {

    private static final LanguageBundle BUNDLE = new LanguageBundle("org/passerelle/api/messages");

    /** The message of a refusal, where it is written out. */
    private static final Pattern MESSAGE = Pattern.compile("(?s)(?:\\brefuse|\\bInvalidRequest|\\bone|\\bFieldError)\\("
            + "\\s*[^;\"]*(?:\"[^\"]*\")?[^;\"]*,\\s*\"([^\"]+)\"\\)");

    private static String said(String rule, String language) {
        Fields fields = new Fields();
        fields.recurrence("recurrence", rule);
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", language);
        try {
            fields.requireNone();
            throw new AssertionError(rule + " is fine");
        } catch (InvalidRequest e) {
            FieldError error = e.errors().get(0);
            return new Problems().text(error.message(), request, error.details().toArray());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=HOURLY                 | DAILY is the finest (in "FREQ=HOURLY")   | DAILY est le plus fin (dans «
            FREQ=DAILY;COUNT=0          | too small or too large: "COUNT=0"        | trop petit ou trop grand
            FREQ=DAILY;COUNT=2;UNTIL=20270101 | not by both                        | pas par les deux
            FREQ                        | NAME=VALUE (in "FREQ")                   | NOM=VALEUR
            FREQ=WEEKLY;BYMONTHDAY=1    | BYMONTHDAY does not go                   | BYMONTHDAY ne va pas
            """)
    void aRuleIsRefusedInTheLanguageOfTheCaller(String rule, String english, String french) {
        assertThat(said(rule, "en")).contains(english);
        assertThat(said(rule, "fr")).contains(french);
    }

    @Test
    void everyFaultOfARuleHasItsSentenceInEveryLanguage() {
        for (RecurrenceFault fault : RecurrenceFault.values()) {
            String key = "recurrence." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
            for (Locale spoken : Languages.SPOKEN) {
                assertThat(BUNDLE.find(key, spoken, "BYHOUR")).as(key).isPresent();
            }
            assertThat(BUNDLE.text(key, Locale.FRENCH)).isNotEqualTo(BUNDLE.text(key, Locale.ENGLISH));
        }
    }

    @ParameterizedTest
    @EnumSource(OrderFaultCode.class)
    void everyFaultOfAnOrderHasItsSentenceInEveryLanguage(OrderFaultCode fault) {
        for (Locale spoken : Languages.SPOKEN) {
            assertThat(BUNDLE.find(fault.code(), spoken)).as(fault.code()).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyTypeOfProblemHasItsTitleInEveryLanguage(ProblemType type) {
        String key = "title." + type.token();

        assertThat(BUNDLE.text(key, Locale.ENGLISH)).isEqualTo(type.title());
        assertThat(BUNDLE.text(key, Locale.FRENCH)).isNotEqualTo(type.title());
    }

    @Test
    void everyMessageThatIsWrittenOutIsAKeyOfTheBundle() throws IOException {
        Set<String> unknown = new TreeSet<>();
        int found = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/passerelle/api"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher message = MESSAGE.matcher(Files.readString(file));
                while (message.find()) {
                    found++;
                    if (BUNDLE.find(message.group(1), Locale.ENGLISH).isEmpty()) {
                        unknown.add(file.getFileName() + ": " + message.group(1));
                    }
                }
            }
        }

        assertThat(unknown).isEmpty();
        assertThat(found).isGreaterThan(40);
    }
}
