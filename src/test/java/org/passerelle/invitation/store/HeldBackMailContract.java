package org.passerelle.invitation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.invitation.HeldBackMail;

/** Each document with mail that waits is noted once, with the moment that was noted last. */
@FactsOf(MongoHeldBackMail.class)
public abstract class HeldBackMailContract extends StoreContract {

    private static final Instant NINE = Instant.parse("2026-03-25T09:00:00Z");

    private HeldBackMail heldBack;

    @BeforeEach
    void begin() {
        heldBack = new MongoHeldBackMail(mongo());
    }

    @Test
    void listsThoseFirstWhoseMailLeavesFirst() {
        heldBack.note("late", NINE.plusMillis(2));
        heldBack.note("b", NINE);
        heldBack.note("a", NINE);
        heldBack.note("early", NINE.minusMillis(1));

        assertThat(heldBack.roots(9)).containsExactly("early", "a", "b", "late");
        assertThat(heldBack.roots(3)).containsExactly("early", "a", "b");
    }

    @Test
    void keepsOneNoteOfADocumentHoweverManyNoteItAtOnce() {
        Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    heldBack.note("a", NINE.plusSeconds(i));
                    return true;
                })
                .toList());
        heldBack.note("b", NINE.plusSeconds(20));

        heldBack.note("a", NINE.plusSeconds(30));

        assertThat(heldBack.roots(9)).containsExactly("b", "a");
    }

    @Test
    void endsANoteAsOftenAsItIsSaid() {
        heldBack.note("a", NINE);

        heldBack.end("a");
        heldBack.end("a");

        assertThat(heldBack.roots(9)).isEmpty();
    }
}
