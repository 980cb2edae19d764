package org.passerelle.roomagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.booking.Rooms;
import org.passerelle.calendar.fault.CalendarFault;
import org.passerelle.calendar.fault.CalendarFaultCode;
import org.passerelle.calendar.fault.CalendarFaultTexts;
import org.passerelle.i18n.AvailabilityTexts;
import org.passerelle.i18n.NetworkLanguage;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.platform.PublicUrl;
import org.passerelle.roomagent.message.Explanation;
import org.passerelle.roomagent.reply.AnswerTexts;

/** What rooms answer to a message that they cannot read says why, in each language in that language. */
class FaultsInAnswersTests {

    private final AnswerTexts texts = new AnswerTexts(
            new NetworkLanguage(Locale.FRENCH),
            mock(ReasonTexts.class),
            mock(AvailabilityTexts.class),
            Rooms::directory,
            mock(PublicUrl.class));

    @ParameterizedTest
    @EnumSource
    void sayInEachLanguageWhatIsWrong(CalendarFaultCode code) {
        CalendarFault fault = CalendarFault.of(code, "RRULE", "FREQ=HOURLY");
        String french = CalendarFaultTexts.of(fault, Locale.FRENCH);
        String english = CalendarFaultTexts.of(fault, Locale.ENGLISH);

        for (String key : List.of("answer.unreadable", "note.unreadable")) {
            List<String> told = texts.explained(Rooms.SEINE, Explanation.of(key, fault))
                    .lines()
                    .toList();

            assertThat(told).hasSize(2);
            assertThat(told.get(0)).contains(french).doesNotContain(english);
            assertThat(told.get(1)).contains(english).doesNotContain(french);
        }
    }
}
