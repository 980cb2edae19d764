package org.passerelle.device.codec;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.RoomId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** How every codec stands, a document each. */
@Repository
class CodecStates {

    private final MongoOperations mongo;

    CodecStates(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** @param failedAt null if it never failed, as is {@code failure} */
    @Document("codecs")
    record CodecDocument(
            @Id String room,
            @Nullable Instant told,
            @Nullable Instant failedAt,
            @Nullable String failure,
            int failuresInARow) {}

    CodecState of(RoomId room) {
        return Optional.ofNullable(mongo.findById(room.value(), CodecDocument.class))
                .map(CodecStates::state)
                .orElseGet(() -> CodecState.unknown(room));
    }

    /** Those that did not take what they were told last. */
    List<CodecState> failing() {
        return mongo.find(Query.query(Criteria.where("failuresInARow").gt(0)), CodecDocument.class).stream()
                .map(CodecStates::state)
                .toList();
    }

    void save(CodecState state) {
        mongo.save(new CodecDocument(
                state.room().value(),
                state.told().orElse(null),
                state.failure().map(CodecState.Failure::at).orElse(null),
                state.failure().map(failure -> failure.why().name()).orElse(null),
                state.failuresInARow()));
    }

    private static CodecState state(CodecDocument stored) {
        return new CodecState(
                new RoomId(stored.room()),
                Optional.ofNullable(stored.told()),
                Optional.ofNullable(stored.failedAt())
                        .flatMap(at -> Optional.ofNullable(stored.failure())
                                .map(why -> new CodecState.Failure(at, CodecFailure.valueOf(why)))),
                stored.failuresInARow());
    }
}
