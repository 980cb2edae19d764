package org.passerelle.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.BookingId;
import org.passerelle.invitation.AgentAddresses;
import org.passerelle.invitation.InvitationProperties;
import org.passerelle.invitation.Mailroom;
import org.passerelle.mail.MailTokens.Use;

class MailTokensTests {

    private static final EmailAddress KIM = new EmailAddress("kim@example.org");
    private static final EmailAddress SAM = new EmailAddress("sam@example.org");

    private final MailTokens tokens = Mailroom.TOKENS;

    private final AgentAddresses addresses =
            new AgentAddresses(tokens, new InvitationProperties("rooms.example", Locale.FRENCH), Rooms::directory);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000000000000000000000000000",
                "ffffffffffffffffffffffffffffffff",
                "0123456789abcdef0123456789abcdef.1",
                "0123456789abcdef0123456789abcdef.499"
            })
    void nameTheirBookingInAMailAddressOfAnyCase(String id) {
        BookingId booking = new BookingId(id);

        String replies = addresses.replies(booking);
        String bounces = addresses.bounces(booking, KIM);

        assertThat(MailAddress.isPlain(replies)).isTrue();
        assertThat(MailAddress.isPlain(bounces)).isTrue();
        assertThat(addresses.answered(replies.toUpperCase(Locale.ROOT))).contains(booking);
        assertThat(addresses.bounced(bounces)).contains(booking);
        assertThat(addresses.isBounceOf(bounces, booking, KIM)).isTrue();
    }

    @Test
    void areGoodForOneUseOneBookingAndOnePerson() {
        BookingId booking = BookingId.random();
        String answer = tokens.of(Use.ANSWER, booking, KIM);

        assertThat(tokens.isFor(Use.ANSWER, booking, KIM, answer)).isTrue();
        assertThat(tokens.isFor(Use.ANSWER, booking, SAM, answer)).isFalse();
        assertThat(tokens.isFor(Use.BOUNCE, booking, KIM, answer)).isFalse();
        assertThat(tokens.isFor(Use.ANSWER, booking.withPart(1), KIM, answer)).isFalse();
        assertThat(new MailTokens(() -> "another".getBytes(StandardCharsets.US_ASCII))
                        .isFor(Use.ANSWER, booking, KIM, answer))
                .isFalse();
    }

    @Test
    void areNotMistakenForOneAnother() {
        BookingId booking = BookingId.random();
        String replies = addresses.replies(booking);

        assertThat(addresses.answered(replies.replace("rsvp+", "b+"))).isEmpty();
        assertThat(addresses.answered(addresses.bounces(booking, KIM).replace("b+", "rsvp+")))
                .isEmpty();
        assertThat(addresses.answered(replies.replace("rsvp+", ""))).isEmpty();
    }

    @Test
    void areNothingWhenTheyHaveAnotherForm() {
        assertThat(Stream.of(
                        "", "x", "a".repeat(26) + "-" + "a".repeat(25), "7".repeat(26) + "-" + "a".repeat(26), "é-"))
                .allSatisfy(text -> assertThat(tokens.booking(text)).isEmpty());
    }
}
