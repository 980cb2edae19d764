package org.passerelle.conference.link;

import java.net.URI;
import java.util.Optional;
import org.bson.Document;
import org.passerelle.conference.JoinTokens;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.PublicUrl;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The links of computers and panels that stay in a room: each leads to whatever conference is next there, until it is made void. */
@Component
public class RoomLinks {

    private static final String COLLECTION = "room_links";
    private static final String GENERATION = "generation";

    private final MongoOperations mongo;
    private final JoinTokens tokens;
    private final PublicUrl publicUrl;

    RoomLinks(MongoOperations mongo, JoinTokens tokens, PublicUrl publicUrl) {
        this.mongo = mongo;
        this.tokens = tokens;
        this.publicUrl = publicUrl;
    }

    public URI of(RoomId room) {
        return publicUrl.link("/join/" + tokens.ofRoom(room, generation(room)));
    }

    /** Where a panel shows the room's sheet of today; it is good as long as {@link #of} is. */
    public URI sheet(RoomId room) {
        return URI.create(of(room) + "/sheet");
    }

    /** From now on the link that {@code room} had opens nothing. */
    public void renew(RoomId room) {
        mongo.upsert(named(room), new Update().inc(GENERATION, 1), COLLECTION);
    }

    int generation(RoomId room) {
        return Optional.ofNullable(mongo.findOne(named(room), Document.class, COLLECTION))
                .map(document -> document.get(GENERATION, 0))
                .orElse(0);
    }

    private static Query named(RoomId room) {
        return Query.query(Criteria.where("_id").is(room.value()));
    }
}
