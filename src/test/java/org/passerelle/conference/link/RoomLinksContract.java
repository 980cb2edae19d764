package org.passerelle.conference.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.conference.VideoDesk;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.directory.RoomId;
import org.passerelle.platform.PublicUrls;

/** The link of a room is the same until it is renewed, and each renewal counts. */
@FactsOf(RoomLinks.class)
public abstract class RoomLinksContract extends StoreContract {

    private static final RoomId SEINE = new RoomId("melun-seine");

    /** What Spring takes for the text of an {@code ObjectId}. */
    private static final RoomId DIGITS = new RoomId("0123456789abcdef01234567");

    private RoomLinks links;

    @BeforeEach
    void begin() {
        links = anotherNode();
    }

    private RoomLinks anotherNode() {
        return new RoomLinks(mongo(), VideoDesk.tokens(), PublicUrls.at("https://salles.example"));
    }

    @Test
    void isTheSameOnEveryNodeUntilItIsRenewed() {
        String first = links.of(SEINE).toString();
        assertThat(anotherNode().of(SEINE)).hasToString(first);

        anotherNode().renew(SEINE);

        assertThat(links.of(SEINE).toString()).isNotEqualTo(first);
        assertThat(links.generation(new RoomId("almont"))).isZero();
    }

    @Test
    void countsEachOfEightRenewalsAtOnce() {
        Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    anotherNode().renew(DIGITS);
                    return true;
                })
                .toList());

        assertThat(links.generation(DIGITS)).isEqualTo(8);
    }
}
