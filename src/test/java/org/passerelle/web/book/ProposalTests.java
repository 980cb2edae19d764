package org.passerelle.web.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.video.VideoQuality;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class ProposalTests {

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
        Proposal plainer = Proposal.of(when, VideoQuality.SD, List.of("melun-visio", "montreal-visio"), "plainer");

        BookingForm taken = Proposal.taken(linked(), plainer.value()).orElseThrow();

        assertThat(taken.when()).isEqualTo(when);
        assertThat(taken.rooms()).containsExactly("melun-visio", "montreal-visio");
        assertThat(taken.subject()).isEqualTo(new BookingForm.Subject("Liaison", "", "", true, "SD"));
    }

    @Test
    void isNoneWithoutARoom() {
        assertThat(Proposal.taken(linked(), "2026-06-11 10:00 PT1H 11:00 SD")).isEmpty();
    }
}
