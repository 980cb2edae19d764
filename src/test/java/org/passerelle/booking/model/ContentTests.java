package org.passerelle.booking.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.account.AccountId;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.PersonId;

/** The bounds of what people may write, and of the names of bookings. */
class ContentTests {

    private static Content content(String title, String notes, int headcount, int attendees) {
        List<Attendee> invited = IntStream.range(0, attendees)
                .mapToObj(i -> new Attendee(new EmailAddress("p" + i + "@example.org"), ""))
                .toList();
        return new Content(title, notes, Visibility.ORGANISATION, headcount, invited, Optional.empty());
    }

    @Test
    void takesWhatIsJustWithinBounds() {
        Content most = content("é".repeat(200), "a\n\tb\r\n" + "x".repeat(7_993), 100_000, 500);

        assertThat(most.attendees()).hasSize(500);
        assertThat(content("Réunion 🎉", "", 0, 0).title()).isEqualTo("Réunion 🎉");
    }

    @Test
    void refusesOneMore() {
        assertThatIllegalArgumentException().isThrownBy(() -> content("x".repeat(201), "", 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> content("x", "x".repeat(8_001), 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> content("x", "", 100_001, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> content("x", "", -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> content("x", "", 0, 501));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a\nb", "a\tb", "\u0000", "\u007f", "\u0085", "\ud800", "x\udc00", "\u2028", "\u2029"})
    void refusesATitleThatIsNoLine(String title) {
        assertThatIllegalArgumentException().isThrownBy(() -> content(title, "", 0, 0));
    }

    @Test
    void refusesSomebodyInvitedTwice() {
        Attendee kim = new Attendee(new EmailAddress("kim@example.org"), "Kim");
        Attendee again = new Attendee(new EmailAddress("KIM@example.org"), "K");

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Content("x", "", Visibility.ORGANISATION, 0, List.of(kim, again), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "0123456789abcdef0123456789abcde",
                "0123456789ABCDEF0123456789abcdef",
                "0123456789abcdef0123456789abcdef.0",
                "0123456789abcdef0123456789abcdef.10000",
                "0123456789abcdef0123456789abcdef."
            })
    void refusesWhatIsNoIdOfABooking(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new BookingId(value));
    }

    @Test
    void namesThePartsOfASeriesAfterTheirRoot() {
        BookingId root = new BookingId("0123456789abcdef0123456789abcdef");

        BookingId part = root.withPart(9_999);

        assertThat(part.root()).isEqualTo(root.value());
        assertThat(part.part()).isEqualTo(9_999);
        assertThat(part.withPart(0)).isEqualTo(root);
    }

    @Test
    void makesTheSameIdOfTheSameKeyOfTheSamePersonOnly() {
        PersonId camille = new AccountId("camille");

        assertThat(BookingId.forKey(camille, "k")).isEqualTo(BookingId.forKey(camille, "k"));
        assertThat(BookingId.forKey(camille, "k")).isNotEqualTo(BookingId.forKey(camille, "l"));
        assertThat(BookingId.forKey(camille, "k"))
                .isNotEqualTo(BookingId.forKey(new OutsiderId(new EmailAddress("camille@example.org")), "k"));
    }
}
