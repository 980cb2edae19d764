package org.passerelle.device.sip;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.RoomId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Repository;

/** What was last found out of each device, a document each. */
@Repository
class LineStates {

    private final MongoOperations mongo;

    LineStates(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** @param status null if nothing came back; {@code answered} if nothing ever did */
    @Document("lines")
    record LineDocument(
            @Id String room,
            Instant asked,
            String verdict,
            @Nullable Integer status,
            @Nullable Instant answered) {}

    Optional<LineState> of(RoomId room) {
        return Optional.ofNullable(mongo.findById(room.value(), LineDocument.class))
                .map(stored -> new LineState(
                        room,
                        stored.asked(),
                        LineVerdict.valueOf(stored.verdict()),
                        Optional.ofNullable(stored.status()),
                        Optional.ofNullable(stored.answered())));
    }

    void save(LineState state) {
        mongo.save(new LineDocument(
                state.room().value(),
                state.asked(),
                state.verdict().name(),
                state.status().orElse(null),
                state.answered().orElse(null)));
    }
}
