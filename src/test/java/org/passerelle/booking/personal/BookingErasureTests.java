package org.passerelle.booking.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class BookingErasureTests {

    private static Document booking() {
        return new Document("id", "b1")
                .append("digest", "d1")
                .append("organiser", "odile-id")
                .append("organisation", "atelier-brie")
                .append("state", "CONFIRMED")
                .append("title", "Entretien annuel")
                .append("notes", "salaire")
                .append(
                        "attendees",
                        List.of(new Document("email", "a@x.example"), new Document("email", "b@x.example")))
                .append("decision", new Document("state", "APPROVED").append("message", "avec plaisir"))
                .append("somethingNew", "of tomorrow")
                .append("rooms", List.of("melun-seine"))
                .append("occurrences", List.of(new Document("state", "ENDED")));
    }

    @Test
    void leavesWhatFiguresNeedAndNoText() {
        assertThat(BookingErasure.anonymous(booking()))
                .isEqualTo(new Document("id", "b1")
                        .append("digest", "")
                        .append("organiser", "odile-id")
                        .append("organisation", "atelier-brie")
                        .append("state", "CONFIRMED")
                        .append("title", "…")
                        .append("headcount", 2)
                        .append("decision", new Document("state", "APPROVED"))
                        .append("rooms", List.of("melun-seine"))
                        .append("occurrences", List.of(new Document("state", "ENDED"))));
    }

    @Test
    void leavesWhatIsAnonymousTheVerySame() {
        Document anonymous = BookingErasure.anonymous(booking());

        assertThat(BookingErasure.anonymous(anonymous)).isSameAs(anonymous);
    }

    @Test
    void leavesInTheLogThatATextChangedAndNotWhatItSaid() {
        Document change = new Document("b", "b1")
                .append("type", "CHANGED")
                .append(
                        "fields",
                        List.of(
                                new Document("name", "TITLE")
                                        .append("before", "Paie")
                                        .append("after", "Entretien"),
                                new Document("name", "ROOMS")
                                        .append("before", "a")
                                        .append("after", "b")));

        Document silent = BookingErasure.silent(change);

        assertThat(silent)
                .isEqualTo(new Document("b", "b1")
                        .append("type", "CHANGED")
                        .append(
                                "fields",
                                List.of(
                                        new Document("name", "TITLE"),
                                        new Document("name", "ROOMS")
                                                .append("before", "a")
                                                .append("after", "b"))));
        assertThat(BookingErasure.silent(silent)).isSameAs(silent);
    }
}
