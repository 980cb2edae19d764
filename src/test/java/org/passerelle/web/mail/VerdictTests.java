package org.passerelle.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.mail.inbox.InboxMail.Course;
import org.passerelle.mail.inbox.InboxMail.State;
import org.passerelle.mail.inbox.LoggedReason;
import org.springframework.context.support.ResourceBundleMessageSource;

class VerdictTests {

    private final ResourceBundleMessageSource messages = bundle();

    @ParameterizedTest
    @CsvSource({
        "FIRST SEQUENCE 0;BOOKED, BOOKED",
        "FIRST SEQUENCE 0;MISSED 1 | 52;BOOKED, BOOKED",
        "NEWER;OCCUPIED 1;RELEASED, DECLINED",
        "FIRST;RULE closed, DECLINED",
        "FIRST;ASKED;MANAGER_DECIDED op@melun.example;BOOKED, BOOKED",
        "ROOM_REMOVED;FREED, FREED",
        "SAME;REPEATED, DONE",
        "TNEF, HELPED",
    })
    void theLastGroundThatSettlesItIsTheVerdict(String grounds, Verdict expected) {
        assertThat(Verdict.of(course(State.DONE, List.of(grounds.split(";"))))).isEqualTo(expected);
    }

    @Test
    void whatIsNotDoneHasTheVerdictOfItsState() {
        assertThat(Verdict.of(course(State.KEPT, List.of("BOOKED")))).isEqualTo(Verdict.ASKED);
        assertThat(Verdict.of(course(State.RECEIVED, List.of("BOOKED")))).isEqualTo(Verdict.IN_HAND);
        assertThat(Verdict.of(course(State.IGNORED, List.of("MACHINE")))).isEqualTo(Verdict.NOTHING);
        assertThat(Verdict.of(course(State.FAILED, List.of()))).isEqualTo(Verdict.GIVEN_UP);
    }

    @ParameterizedTest
    @EnumSource
    void eachHasAWordInBothLanguages(Verdict verdict) {
        String key = "mail-log.verdict." + verdict;

        assertThat(messages.getMessage(key, null, Locale.ENGLISH)).isNotBlank();
        assertThat(messages.getMessage(key, null, Locale.FRENCH))
                .isNotBlank()
                .isNotEqualTo(messages.getMessage(key, null, Locale.ENGLISH));
    }

    @Test
    void settlesByGroundsThatExist() {
        assertThat(Verdict.SETTLING.keySet())
                .allSatisfy(ground -> assertThat(messages.getMessage(
                                "ground." + ground.toLowerCase(Locale.ROOT).replace('_', '-'), null, Locale.ENGLISH))
                        .isNotBlank());
    }

    private static ResourceBundleMessageSource bundle() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static Course course(State state, List<String> grounds) {
        List<LoggedReason> reasons = grounds.stream().map(LoggedReason::parse).toList();
        return new Course(state, 1, "", "camille@atelier-brie.example", "Comité", reasons, List.of());
    }
}
