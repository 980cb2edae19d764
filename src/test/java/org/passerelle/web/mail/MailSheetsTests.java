package org.passerelle.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.calendar.fault.CalendarFault;
import org.passerelle.calendar.fault.CalendarFaultCode;
import org.passerelle.calendar.fault.CalendarFaultTexts;
import org.passerelle.mail.inbox.InboxMail;
import org.passerelle.mail.inbox.InboxMail.MailCourse;
import org.passerelle.mail.inbox.InboxMail.MailState;
import org.passerelle.mail.inbox.LoggedReason;
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
    void sayWhyAMessageCannotBeReadInTheLanguageOfTheReader(CalendarFaultCode code) {
        CalendarFault fault = CalendarFault.of(code, "RRULE", "FREQ=HOURLY");

        assertThat(told(new LoggedReason("UNREADABLE", fault.written()).toString(), Locale.FRENCH))
                .containsExactly(
                        "L’agenda n’a pas pu être compris : " + CalendarFaultTexts.of(fault, Locale.FRENCH) + ".");
        assertThat(told(new LoggedReason("UNREADABLE", fault.written()).toString(), Locale.ENGLISH))
                .containsExactly(
                        "The calendar could not be understood: " + CalendarFaultTexts.of(fault, Locale.ENGLISH) + ".");
    }

    @Test
    void showNoSentenceThatWasNotedInEnglish() {
        assertThat(told("UNREADABLE its time zone is not known: Mars | Base", Locale.FRENCH))
                .containsExactly(
                        "L’agenda n’a pas pu être compris : une version antérieure du programme ne l’a pas compris.");
    }
}
