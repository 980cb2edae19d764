package org.passerelle.web.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.video.VideoQuality;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class AlternativeLineTests {

    private static BookingForm linked() {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        sent.add("title", "Liaison");
        sent.add("video", "1");
        sent.add("quality", "FULL_HD");
        sent.add("room", "melun-visio");
        return BookingForm.of(sent);
    }

    @Test
    void putsItsTimePicturesAndRoomsInTheForm() {
        BookingForm.When when = new BookingForm.When("2026-06-11", "10:00", "PT1H", "11:00");
        AlternativeLine plainer =
                AlternativeLine.of(when, VideoQuality.SD, List.of("melun-visio", "montreal-visio"), "plainer");

        BookingForm taken = AlternativeLine.taken(linked(), plainer.value()).orElseThrow();

        assertThat(taken.when()).isEqualTo(when);
        assertThat(taken.rooms()).containsExactly("melun-visio", "montreal-visio");
        assertThat(taken.subject()).isEqualTo(new BookingForm.FormSubject("Liaison", "", "", true, "SD"));
    }

    @Test
    void isNoneWithoutARoom() {
        assertThat(AlternativeLine.taken(linked(), "2026-06-11 10:00 PT1H 11:00 SD"))
                .isEmpty();
    }
}
