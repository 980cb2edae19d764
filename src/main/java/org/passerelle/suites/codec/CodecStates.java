package org.passerelle.suites.codec;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.RoomId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
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
            Set<String> bookings,
            @Nullable Instant failedAt,
            @Nullable String failure,
            int failuresInARow) {}

    CodecState of(RoomId room) {
        return Optional.ofNullable(mongo.findById(room.value(), CodecDocument.class))
                .map(CodecStates::state)
                .orElseGet(() -> CodecState.unknown(room));
    }

    /** Of every codec that was ever tried, those of rooms that have none any more included. */
    List<CodecState> all() {
        return mongo.findAll(CodecDocument.class).stream()
                .map(CodecStates::state)
                .toList();
    }

    void save(CodecState state) {
        mongo.save(new CodecDocument(
                state.room().value(),
                state.told().orElse(null),
                state.bookings(),
                state.failure().map(CodecState.Failure::at).orElse(null),
                state.failure().map(failure -> failure.why().name()).orElse(null),
                state.failuresInARow()));
    }

    private static CodecState state(CodecDocument stored) {
        return new CodecState(
                new RoomId(stored.room()),
                Optional.ofNullable(stored.told()),
                stored.bookings(),
                Optional.ofNullable(stored.failedAt())
                        .flatMap(at -> Optional.ofNullable(stored.failure())
                                .map(why -> new CodecState.Failure(at, CodecFailure.valueOf(why)))),
                stored.failuresInARow());
    }
}
