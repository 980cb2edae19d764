package org.passerelle.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.Orders.inviting;
import static org.passerelle.booking.People.CAMILLE;
import static org.passerelle.booking.People.LOUIS;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.SEINE;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.Booking;
import org.passerelle.mail.OutgoingMail;

/** People without an account can have it that no mail of this network reaches them, and have mail again. */
class OptOutTests extends WithMailroom {

    private static final String KIM = "kim@example.org";
    private static final String SAM = "sam@example.org";
    private static final Pattern HEADER = Pattern.compile(
            "\r\nList-Unsubscribe:\\s+<https://rooms\\.example/unsubscribe/([a-z2-7]{26}-[a-z2-7]{26})>\r\n"
                    + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");

    private static String text(OutgoingMail mail) {
        return new String(mail.bytes(), StandardCharsets.US_ASCII);
    }

    private static String token(OutgoingMail mail) {
        Matcher header = HEADER.matcher(text(mail));
        assertThat(header.find()).as(text(mail)).isTrue();
        return header.group(1);
    }

    private Booking invited() {
        return desk.booked(CAMILLE, anOrder(SEINE), inviting(KIM, SAM));
    }

    private Mailing mailing(Booking booking, String whom) {
        Booking stored = desk.stored(booking);
        return Mailing.of(
                Objects.requireNonNull(room.invitations.of(List.of(stored)).get(stored.id()))
                        .of(new EmailAddress(whom)));
    }

    @Test
    void isOfferedInEveryMailToPeopleWithoutAnAccountAndInNoOther() {
        Booking booking =
                desk.booked(CAMILLE, anOrder(SEINE), inviting(KIM, LOUIS.email().value()));
        desk.change(booking, CAMILLE, at("2026-04-02T10:00"));
        desk.cancel(booking, CAMILLE);

        assertThat(mails.taken).hasSize(6);
        assertThat(mails.taken.stream().filter(mail -> mail.recipient().equals(KIM)))
                .hasSize(3)
                .allSatisfy(mail -> assertThat(text(mail)).contains("unsubscribe/" + token(mail)))
                .extracting(OptOutTests::token)
                .containsOnly(token(mails.taken.get(0)));
        assertThat(mails.taken.stream().filter(mail -> !mail.recipient().equals(KIM)))
                .allSatisfy(mail -> assertThat(text(mail)).doesNotContainIgnoringCase("unsubscribe"));
    }

    @Test
    void endsAllMailToThatAddressWhoeverInvites() {
        Booking booking = invited();
        assertThat(room.optOuts.note(token(mails.taken.get(0)), false)).isTrue();
        mails.taken.clear();

        desk.change(booking, CAMILLE, at("2026-04-02T10:00"));
        desk.cancel(booking, CAMILLE);
        desk.booked(LOUIS, anOrder(ALMONT), inviting(KIM, SAM));

        assertThat(mails.taken)
                .extracting(OutgoingMail::recipient)
                .containsOnly(SAM)
                .hasSize(3);
        assertThat(deliveries.owing()).isEmpty();
    }

    @Test
    void isSeenByWhoeverInvites() {
        Booking booking = invited();
        assertThat(mailing(booking, KIM)).isEqualTo(Mailing.SENT);

        room.optOuts.note(token(mails.taken.get(0)), false);

        assertThat(mailing(booking, KIM)).isEqualTo(Mailing.OPTED_OUT);
        assertThat(mailing(booking, SAM)).isEqualTo(Mailing.SENT);
        assertThat(mailing(desk.booked(LOUIS, anOrder(ALMONT), inviting(KIM)), KIM))
                .isEqualTo(Mailing.OPTED_OUT);
    }

    @Test
    void isTakenBackByTheSameLink() {
        Booking booking = invited();
        String token = token(mails.taken.get(0));
        room.optOuts.note(token, false);
        desk.change(booking, CAMILLE, at("2026-04-02T10:00"));
        mails.taken.clear();

        room.optOuts.note(token, true);
        desk.change(booking, CAMILLE, at("2026-04-02T11:00"));

        assertThat(mails.taken).extracting(OutgoingMail::recipient).containsExactly(KIM, SAM);
        assertThat(mailing(booking, KIM)).isEqualTo(Mailing.SENT);
    }

    @Test
    void knowsNoLinkButTheOnesItHandedOut() {
        invited();
        String kim = token(mails.taken.get(0));
        String sam = token(mails.taken.get(1));
        String mixed = kim.substring(0, 26) + sam.substring(26);

        assertThat(room.optOuts.note(mixed, false)).isFalse();
        assertThat(room.optOuts.state(mixed)).isEmpty();
        assertThat(room.optOuts.state(kim)).contains(false);
        assertThat(room.optOuts.state(kim.toUpperCase(Locale.ROOT))).contains(false);
    }
}
