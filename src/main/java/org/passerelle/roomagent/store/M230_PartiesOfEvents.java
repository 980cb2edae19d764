package org.passerelle.roomagent.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/**
 * Of events known from before, whoever sent the last message that counted is taken for who invited the room, and may go on
 * acting beside the organiser; nobody else may, for what their mails named as SENT-BY was not kept.
 */
@Component
class M230_PartiesOfEvents implements Migration {

    @Override
    public int number() {
        return 230;
    }

    @Override
    public String description() {
        return "who may write about an event that a room was invited to";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> all = database.getCollection(RoomInvitationDocument.COLLECTION);
        for (Document event : all.find(Filters.exists("people.inviter", false))) {
            Document people = event.get("people", new Document());
            String sender = people.get("sender", "");
            all.updateOne(
                    Filters.eq("_id", event.get("_id")),
                    Updates.combine(
                            Updates.set("people.organiserWrote", Objects.equals(people.get("organiser"), sender)),
                            Updates.set("people.inviter", sender),
                            Updates.set("people.sentBy", List.of()),
                            Updates.set("notices", List.of())));
        }
    }
}
