package org.passerelle.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.mail.inbox.InboxMail.MailCourse;
import org.passerelle.mail.inbox.InboxMail.MailState;
import org.passerelle.mail.inbox.LoggedReason;
import org.springframework.context.support.ResourceBundleMessageSource;

class MailVerdictTests {

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
        "UNREADABLE rrule, NOT_UNDERSTOOD",
    })
    void theLastGroundThatSettlesItIsTheVerdict(String grounds, MailVerdict expected) {
        assertThat(MailVerdict.of(course(MailState.DONE, List.of(grounds.split(";")))))
                .isEqualTo(expected);
    }

    @Test
    void whatIsNotDoneHasTheVerdictOfItsState() {
        assertThat(MailVerdict.of(course(MailState.KEPT, List.of("BOOKED")))).isEqualTo(MailVerdict.ASKED);
        assertThat(MailVerdict.of(course(MailState.RECEIVED, List.of("BOOKED"))))
                .isEqualTo(MailVerdict.IN_HAND);
        assertThat(MailVerdict.of(course(MailState.IGNORED, List.of("MACHINE"))))
                .isEqualTo(MailVerdict.NOTHING);
        assertThat(MailVerdict.of(course(MailState.FAILED, List.of()))).isEqualTo(MailVerdict.GIVEN_UP);
    }

    @ParameterizedTest
    @EnumSource
    void eachHasAWordInBothLanguages(MailVerdict verdict) {
        String key = "mail-log.verdict." + verdict;

        assertThat(messages.getMessage(key, null, Locale.ENGLISH)).isNotBlank();
        assertThat(messages.getMessage(key, null, Locale.FRENCH))
                .isNotBlank()
                .isNotEqualTo(messages.getMessage(key, null, Locale.ENGLISH));
    }

    @Test
    void settlesByGroundsThatExist() {
        assertThat(MailVerdict.SETTLING.keySet())
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

    private static MailCourse course(MailState state, List<String> grounds) {
        List<LoggedReason> reasons = grounds.stream().map(LoggedReason::parse).toList();
        return new MailCourse(state, 1, "", "camille@atelier-brie.example", "Comité", reasons, List.of());
    }
}
