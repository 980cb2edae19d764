package org.passerelle.web.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.booking.order.OrderText;
import org.passerelle.booking.order.TimesText;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class FormTextsTests {

    private static MultiValueMap<String, String> sent() {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        sent.add("title", " Liaison ");
        sent.add("date", "2027-03-15");
        sent.add("start", "22:00");
        sent.add("until", "23:30");
        sent.add("room", "melun-seine");
        return sent;
    }

    /** A browser sends two characters for the end of a line, and counts it as one in a field of 8,000. */
    @Test
    void blanksAroundAndCarriageReturnsAreNoneOfWhatPeopleType() {
        MultiValueMap<String, String> sent = sent();
        sent.add("notes", " one\r\ntwo\r\n");

        OrderText order = FormTexts.order(BookingForm.of(sent));

        assertThat(order.subject().title()).isEqualTo("Liaison");
        assertThat(order.subject().notes()).isEqualTo("one\ntwo");
        assertThat(order.subject().headcount()).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "AFTERNOON, AFTERNOON, , , ",
        "CUSTOM, , 23:30, , ",
        "PT90M, , , PT90M, ",
        "PT4H+PT0S, , , , PT4H+PT0S",
        "soon, , , soon, "
    })
    void oneLengthIsSaidInOneWay(String length, String part, String until, String duration, String kept) {
        MultiValueMap<String, String> sent = sent();
        sent.add("length", length);

        TimesText times = FormTexts.firstDate(BookingForm.When.of(sent)).times();

        assertThat(times)
                .isEqualTo(new TimesText(
                        null, duration, null, null, "2027-03-15", part, part == null ? "22:00" : null, until, kept));
    }

    @Test
    void whatToDoIfADateIsTakenIsAskedOfSeriesOnly() {
        MultiValueMap<String, String> sent = sent();
        sent.add("onConflict", "SKIP");
        OrderText single = FormTexts.order(BookingForm.of(sent));
        sent.add("repeat", "DAILY");

        assertThat(single.onConflict()).isNull();
        assertThat(single.schedule().rhythm()).isNull();
        assertThat(FormTexts.order(BookingForm.of(sent)).onConflict()).isEqualTo("SKIP");
    }

    @Test
    void unitsOfDesksAreTheirNameSoManyTimes() {
        MultiValueMap<String, String> sent = sent();
        sent.set("room", "melun-postes");
        sent.add("units.melun-postes", "3");

        assertThat(FormTexts.order(BookingForm.of(sent)).rooms())
                .containsExactly("melun-postes", "melun-postes", "melun-postes");
    }
}
