package org.passerelle.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.booking.People;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.platform.PublicUrl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** What is dialled for conferences, where a gateway is set up. */
class ConferencesTests extends HttpTest {

    @Autowired
    private Providers providers;

    @Autowired
    private JoinTokens tokens;

    @Autowired
    private PublicUrl publicUrl;

    @Autowired
    private VideoMeetings meetings;

    @Autowired
    private ReadingBookings bookings;

    private Booking book() {
        String made = as(NADIA)
                .post("/api/v1/bookings", """
                        {"title":"Visio","start":"2026-11-10T09:00","timeZone":"Europe/Paris","duration":"PT1H",
                        "rooms":["senart-visio"],"conference":{"provider":"jitsi"}}""")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String id = TestClient.json(as(NADIA).get(made)).get("id").asString();
        return bookings.find(new BookingId(id)).orElseThrow();
    }

    private static ObjectProvider<DialInGateways> gateway(DialIn... ways) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("gateway", (DialInGateways)
                (provider, booking) -> provider.equals("jitsi") ? List.of(ways) : List.of());
        return beans.getBeanProvider(DialInGateways.class);
    }

    @Test
    void dialsThroughAGatewayAndTellsReadersOfCalendarsOnlyTheLineOfSip() {
        DialIn sip = new DialIn(DialIn.DialInKind.SIP, "483920174@gw.example", Optional.empty());
        DialIn phone = new DialIn(DialIn.DialInKind.PSTN, "+33160000000", Optional.of("483920174"));
        Conferences conferences = new Conferences(providers, tokens, publicUrl, People.accounts(), gateway(sip, phone));
        Booking booking = book();

        assertThat(conferences.dialIns(meetings.of(booking).get(0))).containsExactly(sip, phone);
        assertThat(conferences.dialLines(booking)).containsExactly("sip:483920174@gw.example");
    }
}
