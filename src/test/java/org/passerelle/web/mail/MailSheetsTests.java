package org.passerelle.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.calendar.fault.CalendarFault;
import org.passerelle.calendar.fault.CalendarFaultCode;
import org.passerelle.directory.MailRules.Mode;
import org.passerelle.directory.MailRules.Outsiders;
import org.passerelle.i18n.Languages;
import org.passerelle.invitation.Answers.AnswerResult;
import org.passerelle.mail.inbox.InboxMail;
import org.passerelle.mail.inbox.InboxMail.MailCourse;
import org.passerelle.mail.inbox.InboxMail.MailState;
import org.passerelle.mail.inbox.LoggedReason;
import org.passerelle.web.CalendarFaultWords;
import org.springframework.context.support.ResourceBundleMessageSource;

class MailSheetsTests {

    private final MailSheets sheets = new MailSheets(Rooms::directory, bundle());

    private static ResourceBundleMessageSource bundle() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private List<String> told(String ground, Locale locale) {
        MailCourse course =
                new MailCourse(MailState.DONE, 1, "", "", "", List.of(LoggedReason.parse(ground)), List.of());
        InboxMail mail =
                new InboxMail("x", Instant.EPOCH, "", Rooms.SEINE.profile().email(), true, course);
        return sheets.of(mail, People.MANAGER, locale).grounds();
    }

    @ParameterizedTest
    @EnumSource
    void sayItWithoutACode(CalendarFaultCode code) {
        String named = "NAMED-PROPERTY";

        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(CalendarFaultWords.of(CalendarFault.of(code, 1, 2), bundle(), locale))
                    .doesNotContainPattern("[A-Z]{4}");
            if (code.name().startsWith("RULE_") && !code.name().matches(".*(DEAR|MANY)")) {
                assertThat(CalendarFaultWords.of(CalendarFault.of(code, named, named), bundle(), locale))
                        .doesNotContain(named);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void sayWhyAMessageCannotBeReadInTheLanguageOfTheReader(CalendarFaultCode code) {
        CalendarFault fault = CalendarFault.of(code, "RRULE", "FREQ=HOURLY");

        assertThat(told(new LoggedReason("UNREADABLE", fault.written()).toString(), Locale.FRENCH))
                .containsExactly("L’agenda n’a pas pu être compris\u202f: "
                        + CalendarFaultWords.of(fault, bundle(), Locale.FRENCH) + ".");
        assertThat(told(new LoggedReason("UNREADABLE", fault.written()).toString(), Locale.ENGLISH))
                .containsExactly("The calendar could not be understood: "
                        + CalendarFaultWords.of(fault, bundle(), Locale.ENGLISH) + ".");
    }

    @Test
    void showNoSentenceThatWasNotedInEnglish() {
        assertThat(told("UNREADABLE its time zone is not known: Mars | Base", Locale.FRENCH))
                .containsExactly(
                        "L’agenda n’a pas pu être compris\u202f: une version antérieure du programme ne l’a pas compris.");
    }

    static Stream<LoggedReason> codes() {
        return Stream.of(
                        Stream.of(ReasonCode.values()).map(code -> LoggedReason.of("RULE", code.token())),
                        Stream.of(Mode.values()).map(code -> LoggedReason.of("MODE", code.name())),
                        Stream.of(Outsiders.values()).map(code -> LoggedReason.of("OUTSIDER_REFUSED", code.name())),
                        Stream.of(AnswerResult.values()).map(code -> LoggedReason.of("ANSWER", "kim", code.name())))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void sayInWordsWhatIsKeptAsACode(LoggedReason reason) {
        String code = reason.details().get(reason.details().size() - 1);

        for (Locale spoken : Languages.SPOKEN) {
            assertThat(told(reason.toString(), spoken))
                    .singleElement()
                    .asString()
                    .matches("(?s).*[: ](?!" + code + ")\\p{Ll}.*\\.")
                    .doesNotContain(code + ".", "{");
        }
    }

    @Test
    void sayAllReasonsOfARefusalAndLeaveAsItStandsWhatIsNoCode() {
        assertThat(told("RULE too-long, site-closed", Locale.ENGLISH))
                .containsExactly(
                        "The rules of the room forbid it: the time is longer than may be booked; the site is closed on such a day.");
        assertThat(told("RULE of a former version", Locale.ENGLISH))
                .containsExactly("The rules of the room forbid it: of a former version.");
    }

    @Test
    void haveOneFormForOneAndAnotherForMany() {
        assertThat(told("OCCUPIED 1", Locale.ENGLISH)).containsExactly("The room is taken.");
        assertThat(told("OCCUPIED 3", Locale.ENGLISH)).containsExactly("The room is taken, on 3 of the dates.");
        assertThat(told("MISSED 1 | 10", Locale.FRENCH))
                .containsExactly("Une date sur 10 est impossible\u202f; la salle le tolère.");
    }
}
