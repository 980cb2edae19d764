package org.passerelle.outsider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.BookingId;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.directory.RoomId;
import org.passerelle.outsider.OutsiderRequest.OutsiderSubject;

/** What waits to be confirmed is kept as it was asked, its mail owed until it was sent, and forgotten in time. */
@FactsOf(OutsiderRequestDocuments.class)
public abstract class OutsiderRequestDocumentsContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00.123Z");

    private OutsiderRequestDocuments documents;

    @BeforeEach
    void begin() {
        documents = new OutsiderRequestDocuments(mongo());
    }

    private static OutsiderRequest asked(Instant at) {
        return new OutsiderRequest(
                BookingId.random(),
                new EmailAddress("kim@elsewhere.example"),
                "Kim Lée",
                Locale.CANADA_FRENCH,
                new RoomId("melun-seine"),
                LocalDateTime.parse("2026-04-01T09:00"),
                LocalDateTime.parse("2026-04-01T10:30"),
                new OutsiderSubject("Entretien", "Deux\nlignes", 3),
                at);
    }

    @Test
    void isKeptAsItWasAsked() {
        OutsiderRequest one = asked(NINE);
        documents.add(one);
        documents.add(asked(NINE));

        assertThat(documents.find(one.id())).contains(one);
        documents.remove(one.id());
        documents.remove(one.id());
        assertThat(documents.find(one.id())).isEmpty();
    }

    @Test
    void owesItsMailUntilThatWasSent() {
        OutsiderRequest one = asked(NINE);
        OutsiderRequest other = asked(NINE);
        documents.add(one);
        documents.add(other);
        assertThat(documents.unmailed(1)).hasSize(1);

        documents.noteMailed(one.id());

        assertThat(documents.unmailed(10)).containsExactly(other);
        assertThat(documents.find(one.id())).contains(one);
    }

    @Test
    void isForgottenOnceItIsOld() {
        OutsiderRequest old = asked(NINE);
        OutsiderRequest young = asked(NINE.plusSeconds(1));
        documents.add(old);
        documents.add(young);

        documents.forgetAskedBefore(NINE.plusSeconds(1));

        assertThat(documents.find(old.id())).isEmpty();
        assertThat(documents.find(young.id())).contains(young);
    }
}
