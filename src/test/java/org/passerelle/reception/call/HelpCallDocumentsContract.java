package org.passerelle.reception.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.directory.RoomId;

/** A press calls once, a room has one open call, and a panel calls a few times in an hour, however many press at once. */
@FactsOf(HelpCallDocuments.class)
public abstract class HelpCallDocumentsContract extends StoreContract {

    private static final RoomId SEINE = new RoomId("melun-seine");
    private static final RoomId VISIO = new RoomId("melun-visio");
    private static final Instant NINE = Instant.parse("2027-05-03T07:00:00Z");

    private HelpCallDocuments documents;

    @BeforeEach
    void begin() {
        new M264_HelpCalls().apply(mongo().getDb());
        documents = new HelpCallDocuments(mongo());
    }

    private CallOutcome press(String name, Instant at) {
        return documents.add(SEINE, HelpKind.DEVICES, name, at);
    }

    @Test
    void aPressCallsOnceAndARoomHasOneOpenCall() {
        assertThat(press("one", NINE)).isEqualTo(CallOutcome.CALLED);
        assertThat(press("one", NINE.plusSeconds(5))).isEqualTo(CallOutcome.CALLED);
        assertThat(press("two", NINE.plusSeconds(9))).isEqualTo(CallOutcome.CALLED_BEFORE);
        assertThat(documents.add(VISIO, HelpKind.ROOM, "one", NINE.plusSeconds(9)))
                .isEqualTo(CallOutcome.CALLED);

        assertThat(documents.open(NINE)).extracting(HelpCall::room).containsExactly(VISIO, SEINE);
        assertThat(documents.of(List.of(SEINE), NINE)).singleElement().satisfies(call -> {
            assertThat(call.at()).isEqualTo(NINE);
            assertThat(call.kind()).isEqualTo(HelpKind.DEVICES);
            assertThat(call.isOpen()).isTrue();
        });
    }

    @Test
    void isAnsweredOnceAndThenNoMoreOpen() {
        press("one", NINE);
        String id = documents.open(NINE).get(0).id();

        documents.answer(id, NINE.plusSeconds(60));
        documents.answer(id, NINE.plusSeconds(90));

        assertThat(documents.open(NINE)).isEmpty();
        assertThat(documents.find(id).orElseThrow().answered()).contains(NINE.plusSeconds(60));
        assertThat(documents.find("unknown")).isEmpty();
        assertThat(press("one", NINE.plusSeconds(99))).as("sent again").isEqualTo(CallOutcome.CALLED);
        assertThat(documents.open(NINE)).isEmpty();
    }

    @Test
    void aPanelCallsSoOftenInAnHourAndAgainInTheNext() {
        for (int i = 0; i < HelpCallDocuments.MOST_IN_AN_HOUR; i++) {
            assertThat(press("press" + i, NINE.plusSeconds(i))).isEqualTo(CallOutcome.CALLED);
            documents.open(NINE).forEach(call -> documents.answer(call.id(), NINE.plusSeconds(30)));
        }

        assertThat(press("more", NINE.plusSeconds(60))).isEqualTo(CallOutcome.TOO_MANY);
        assertThat(press("more", NINE.plus(Duration.ofHours(1)))).isEqualTo(CallOutcome.CALLED);
    }

    @Test
    void manyWhoPressAtOnceMakeOneCall() {
        Set<CallOutcome> outcomes = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> press("at-once-" + i, NINE))
                .collect(Collectors.toSet());

        assertThat(outcomes).containsExactlyInAnyOrder(CallOutcome.CALLED, CallOutcome.CALLED_BEFORE);
        assertThat(documents.open(NINE)).hasSize(1);
    }

    @Test
    void forgetsWhatIsOld() {
        press("old", NINE);
        documents.add(VISIO, HelpKind.OTHER, "new", NINE.plusSeconds(60));

        documents.forgetBefore(NINE.plusSeconds(30));

        assertThat(documents.open(Instant.EPOCH)).extracting(HelpCall::room).containsExactly(VISIO);
    }
}
