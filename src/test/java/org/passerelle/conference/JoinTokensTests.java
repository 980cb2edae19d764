package org.passerelle.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.Proofs;
import org.passerelle.booking.model.BookingId;
import org.passerelle.calendar.write.Joining;
import org.passerelle.directory.RoomId;

class JoinTokensTests {

    private static final Joining KIM = Joining.person(new EmailAddress("kim@example.org"));
    private static final RoomId SUITE = new RoomId("melun-telepresence");

    private final JoinTokens tokens = new JoinTokens(VideoDesk.PROOFS);

    @ParameterizedTest
    @ValueSource(strings = {"00000000000000000000000000000000", "ffffffffffffffffffffffffffffffff.499"})
    void nameTheirBooking(String id) {
        BookingId booking = new BookingId(id);

        String token = tokens.of(booking, 0, KIM);

        assertThat(tokens.booking(token.toUpperCase(Locale.ROOT))).contains(booking);
        assertThat(token).matches("[a-z0-9-]+");
    }

    @Test
    void areGoodForOneBookingOneGenerationAndOneParticipant() {
        BookingId booking = BookingId.random();
        String token = tokens.of(booking, 1, KIM);

        assertThat(tokens.isFor(booking, 1, KIM, token)).isTrue();
        assertThat(tokens.isFor(booking, 0, KIM, token)).isFalse();
        assertThat(tokens.isFor(booking, 2, KIM, token)).isFalse();
        assertThat(tokens.isFor(booking, 1, Joining.everybody(), token)).isFalse();
        assertThat(tokens.isFor(booking, 1, Joining.room(SUITE), token)).isFalse();
        assertThat(tokens.isFor(booking.withPart(1), 1, KIM, token)).isFalse();
        assertThat(new JoinTokens(new Proofs(() -> "another".getBytes(StandardCharsets.US_ASCII)))
                        .isFor(booking, 1, KIM, token))
                .isFalse();
    }

    @Test
    void ofARoomNameItAndItsGeneration() {
        String token = tokens.ofRoom(SUITE, 3);

        assertThat(tokens.room(token)).contains(new JoinTokens.RoomToken(SUITE, 3));
        assertThat(tokens.room(token.replace("-3-", "-4-"))).isEmpty();
        assertThat(tokens.room(token.replace("melun", "moret"))).isEmpty();
        assertThat(tokens.booking(token)).isEmpty();
    }

    @Test
    void areNothingWhenTheyHaveAnotherForm() {
        assertThat(List.of("", "x", "room-", "room-a-1-" + "a".repeat(26), "7".repeat(26) + "-" + "a".repeat(26), "é-"))
                .allSatisfy(text -> {
                    assertThat(tokens.booking(text)).isEmpty();
                    assertThat(tokens.room(text)).isEmpty();
                });
    }
}
