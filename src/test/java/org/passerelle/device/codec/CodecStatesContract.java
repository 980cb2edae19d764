package org.passerelle.device.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.directory.RoomId;

/** Of each codec it is kept how it stood last. */
@FactsOf(CodecStates.class)
public abstract class CodecStatesContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00.123Z");
    private static final RoomId SEINE = new RoomId("melun-seine");

    /** What Spring takes for the text of an {@code ObjectId}. */
    private static final RoomId DIGITS = new RoomId("0123456789abcdef01234567");

    private CodecStates states;

    @BeforeEach
    void begin() {
        states = new CodecStates(mongo());
    }

    @Test
    void tellsTheStateThatWasSavedLast() {
        CodecState failed = CodecState.unknown(DIGITS).succeeded(NINE).failed(NINE, CodecFailure.TOO_SLOW);
        assertThat(states.of(DIGITS)).isEqualTo(CodecState.unknown(DIGITS));
        states.save(CodecState.unknown(DIGITS).succeeded(NINE));

        states.save(failed);

        assertThat(states.of(DIGITS)).isEqualTo(failed);
        assertThat(states.failing()).containsExactly(failed);
        assertThat(states.of(SEINE)).isEqualTo(CodecState.unknown(SEINE));
    }

    @Test
    void listsNoneThatIsWellAgain() {
        CodecState failed = CodecState.unknown(SEINE).failed(NINE, CodecFailure.UNREACHABLE);
        states.save(failed);

        states.save(failed.succeeded(NINE.plusSeconds(1)));

        assertThat(states.failing()).isEmpty();
        assertThat(states.of(SEINE).failure()).isEqualTo(failed.failure());
    }

    @Test
    void readsAStateWithoutWhatIsOptional() {
        documents("codecs").insertOne(new Document("_id", SEINE.value()).append("failuresInARow", 0));

        assertThat(states.of(SEINE)).isEqualTo(CodecState.unknown(SEINE));
    }
}
