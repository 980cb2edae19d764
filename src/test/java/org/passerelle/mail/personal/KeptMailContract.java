package org.passerelle.mail.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.platform.personal.DataSubject;
import org.passerelle.platform.personal.Subjects;

/** What somebody sent to rooms goes with them; of mail of others the bytes that name them, and not the line in the log. */
@FactsOf(KeptMail.class)
public abstract class KeptMailContract extends StoreContract {

    private static final String ADDRESS = "odile.lenfant@firm.example";

    private static final Instant RECEIVED = Instant.parse("2026-03-25T09:00:00.123Z");

    private final DataSubject odile = Subjects.odile();
    private KeptMail kept;

    @BeforeEach
    void begin() {
        kept = new KeptMail(mongo());
    }

    private void store(String id, String sender, String state, String body) {
        documents("inbox_mails")
                .insertOne(new Document("_id", id)
                        .append(
                                "envelope",
                                new Document("returnPath", sender).append("recipient", "melun-seine@rooms.example"))
                        .append("told", new Document("sender", sender).append("subject", "For Odile Lenfant"))
                        .append("received", RECEIVED)
                        .append("state", state));
        documents("inbox_contents")
                .insertOne(new Document("_id", id).append("raw", new Binary(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static String encoded(String text) {
        return "MIME-Version: 1.0\r\nContent-Type: text/calendar; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }

    @Test
    void forgetsWhatTheySentAndTheBytesInWhichOthersNameThemThoughTheyAreEncoded() {
        store("theirs", ADDRESS, "DONE", "Subject: x\r\n\r\nhello");
        store("naming", "lea@x.example", "DONE", encoded("ATTENDEE:mailto:" + ADDRESS));
        store("other", "lea@x.example", "DONE", encoded("ATTENDEE:mailto:louis@x.example"));

        assertThat(kept.held(odile).get(0).theirs()).hasSize(1);
        assertThat(kept.held(odile).get(0).mentions()).isEqualTo(2);
        assertThat(kept.erase(odile, true).isComplete()).isTrue();

        assertThat(documents("inbox_mails").distinct("_id", String.class)).containsExactlyInAnyOrder("naming", "other");
        assertThat(documents("inbox_mails").find())
                .allSatisfy(mail -> assertThat(mail.toJson()).doesNotContain("Lenfant"));
        assertThat(documents("inbox_contents").distinct("_id", String.class)).containsExactly("other");
        assertThat(kept.held(odile)).allMatch(held -> held.isEmpty());
    }

    @Test
    void forgetsWhatIsOldAndDealtWith() {
        store("old", "lea@x.example", "DONE", "Subject: x\r\n\r\n");
        store("waiting", "lea@x.example", "KEPT", "Subject: x\r\n\r\n");

        assertThat(kept.forgetBefore(RECEIVED, 10)).isZero();
        assertThat(kept.forgetBefore(RECEIVED.plusSeconds(1), 10)).isEqualTo(1);

        assertThat(documents("inbox_mails").distinct("_id", String.class)).containsExactly("waiting");
        assertThat(documents("inbox_contents").distinct("_id", String.class)).containsExactly("waiting");
    }

    @Test
    void waitsForMailOfOthersThatIsNotDealtWithYet() {
        store("waiting", "lea@x.example", "KEPT", encoded("ATTENDEE:mailto:" + ADDRESS));

        assertThat(kept.erase(odile, true).isComplete()).isFalse();
        assertThat(documents("inbox_contents").distinct("_id", String.class)).containsExactly("waiting");

        assertThat(kept.erase(odile, false).isComplete()).isTrue();
        assertThat(documents("inbox_contents").countDocuments()).isZero();
    }

    @Test
    void tellsHowManyMailsCouldNotBeReadAndIsStoppedByNone() {
        store("theirs", ADDRESS, "DONE", "Subject: x\r\n\r\nhello");
        documents("inbox_mails").insertOne(new Document("_id", "odd").append("envelope", "no envelope"));
        documents("inbox_mails").insertOne(new Document("_id", "lost").append("received", RECEIVED));
        documents("inbox_contents").insertOne(new Document("_id", "lost").append("raw", null));

        assertThat(kept.held(odile)).singleElement().satisfies(held -> {
            assertThat(held.theirs()).hasSize(1);
            assertThat(held.mentions()).isZero();
            assertThat(held.unread()).isEqualTo(1);
        });
    }
}
