package org.passerelle.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.booking.order.ConferenceText;
import org.passerelle.booking.order.OrderFault;
import org.passerelle.booking.order.OrderReading;
import org.passerelle.booking.order.OrderText;
import org.passerelle.booking.order.ScheduleText;
import org.passerelle.booking.order.SubjectText;
import org.passerelle.booking.order.TimesText;

/** Of jitsi, which is set up, and bigbluebutton, which is not. */
class ProviderChoiceTests {

    private static final OrderText ORDER = new OrderText(
            SubjectText.of("Liaison", "", "0"),
            ScheduleText.once(TimesText.lasting("2027-03-15", "09:00", "PT1H")),
            List.of("melun-visio"));

    private static OrderReading<OrderText> named(OrderText order, String usual) {
        Providers providers = mock(Providers.class);
        when(providers.ready()).thenReturn(List.of("jitsi"));
        when(providers.named("bigbluebutton")).thenReturn(Optional.of(mock(Provider.class)));
        when(providers.usual(any(), any())).thenReturn(usual);
        return new ProviderChoice(providers).named(order, Optional.empty(), List.of());
    }

    @Test
    void theUsualOneIsNamedWhereNoneWas() {
        OrderText named = named(ORDER.linkedBy(ConferenceText.usual("SD")), "jitsi")
                .value()
                .orElseThrow();

        assertThat(named.wishedConference()).contains(ConferenceText.usual("SD").by("jitsi"));
    }

    @ParameterizedTest
    @CsvSource({"bigbluebutton, booking.provider-not-set-up", "nobody, booking.provider"})
    void whoeverCannotHoldAConferenceIsRefusedHoweverTheyWereNamed(String provider, String code) {
        OrderText wish = ORDER.linkedBy(ConferenceText.usual("SD"));
        OrderText named = ORDER.linkedBy(ConferenceText.usual("SD").by(provider));

        assertThat(named(wish, provider).faults())
                .isEqualTo(named(named, "jitsi").faults())
                .extracting(OrderFault::path, OrderFault::code)
                .containsExactly(tuple("conference.provider", code));
    }

    @Test
    void whereNoneIsWishedNoneIsNamed() {
        OrderText without = ORDER.linkedBy(ConferenceText.usual("SD").by(""));

        assertThat(named(ORDER, "nobody").value()).contains(ORDER);
        assertThat(named(without, "nobody").value()).contains(without);
    }
}
