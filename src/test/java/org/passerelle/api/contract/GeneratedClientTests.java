package org.passerelle.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.api.contract.DocumentedClient.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What somebody can do who has the document of the docs, and nothing else that tells how this server is called. */
class GeneratedClientTests extends HttpTest {

    private DocumentedClient client;

    @BeforeEach
    void makeItFromTheDocument() throws Exception {
        client = new DocumentedClient(
                new ContractDocument(Files.readString(Path.of("docs/reference/openapi.json"))), as(LOUIS));
    }

    @Test
    void booksARoomThatItFound() {
        JsonNode found = client.request("roomSearch.find")
                .withJson(json("""
                        {"from":"2026-11-17T14:00:00+01:00","to":"2026-11-17T15:00:00+01:00","attendees":4,
                         "sites":["coulommiers"]}"""))
                .expect(200)
                .json();
        String room = found.at("/rooms/0/room").asString();

        Answer booked = client.request("bookings.book")
                .with("Idempotency-Key", "from-the-document")
                .withJson(order(room))
                .expect(201);
        Answer again = client.request("bookings.book")
                .with("Idempotency-Key", "from-the-document")
                .withJson(order(room))
                .expect(200);
        Answer other = client.as(as(NADIA))
                .request("bookings.book")
                .withJson(order(room))
                .expect(409);

        assertThat(booked.text("state")).isEqualTo("CONFIRMED");
        assertThat(booked.header("Location")).isEqualTo("/api/v1/bookings/" + booked.text("id"));
        assertThat(again.text("id")).isEqualTo(booked.text("id"));
        assertThat(other.json().at("/conflicts/0/room").asString()).isEqualTo(room);
    }

    @Test
    void changesWhatItReadAndNothingThatChangedSince() {
        Answer booked = client.request("bookings.book")
                .withJson(order("lizy-sur-ourcq-visio"))
                .expect(201);
        String id = booked.text("id");
        String tag = booked.header("ETag");

        Answer changed = client.request("bookings.change")
                .with("id", id)
                .with("If-Match", tag)
                .withJson(json("{\"title\":\"Other\"}"))
                .expect(200);
        client.request("bookings.change")
                .with("id", id)
                .with("If-Match", tag)
                .withJson(json("{\"title\":\"Third\"}"))
                .expect(412);
        client.request("bookings.cancel")
                .with("id", id)
                .with("If-Match", changed.header("ETag"))
                .expect(204);

        assertThat(changed.text("title")).isEqualTo("Other");
        assertThat(client.request("bookings.one").with("id", id).expect(200).text("state"))
                .isEqualTo("CANCELLED");
    }

    /** As generated code does that writes each field of its classes. */
    @Test
    void leavesAsItIsWhatItSendsAsNull() {
        ContractDocument document =
                new ContractDocument(anonymous().get("/v3/api-docs").body());
        Answer booked =
                client.request("bookings.book").withJson(order("moret-visio")).expect(201);
        ObjectNode change = JsonMapper.shared().createObjectNode();
        document.root()
                .at("/components/schemas/BookingChange/properties")
                .propertyNames()
                .forEach(change::putNull);
        change.put("title", "Other");

        Answer changed = client.request("bookings.change")
                .with("id", booked.text("id"))
                .withJson(change)
                .expect(200);

        assertThat(changed.text("title")).isEqualTo("Other");
        assertThat(changed.json().get("rooms")).isEqualTo(booked.json().get("rooms"));
        assertThat(changed.json().get("occurrences")).isEqualTo(booked.json().get("occurrences"));
    }

    private static JsonNode order(String room) {
        return json("""
                {"title":"From the document","start":"2026-11-17T14:00","timeZone":"Europe/Paris","duration":"PT1H",
                 "rooms":["%s"]}""".formatted(room));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
