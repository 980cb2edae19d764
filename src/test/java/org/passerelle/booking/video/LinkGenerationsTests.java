package org.passerelle.booking.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkGenerationsTests {

    private static final String KIM = "PERSON:kim@example.org";
    private static final String SAM = "PERSON:sam@example.org";

    @Test
    void countTheLinkThatIsMadeVoidAloneAndNoOther() {
        LinkGenerations once = LinkGenerations.FIRST.next(KIM);

        assertThat(once.of(KIM)).isEqualTo(1);
        assertThat(once.of(SAM)).isZero();
        assertThat(once.next(SAM).of(SAM)).isEqualTo(2);
        assertThat(once.next(SAM).of(KIM)).isEqualTo(1);
    }

    @Test
    void neverComeBackToANumberUnderWhichALinkWasMade() {
        LinkGenerations all = LinkGenerations.FIRST.next(KIM).next(KIM).next();

        assertThat(all).isEqualTo(new LinkGenerations(3, Map.of()));
        assertThat(all.of(KIM)).isEqualTo(3);
        assertThat(all.of(SAM)).isEqualTo(3);
        assertThat(all.next(SAM).of(SAM)).isEqualTo(4);
    }

    @Test
    void areCountedFromZero() {
        assertThatThrownBy(() -> new LinkGenerations(-1, Map.of())).isInstanceOf(IllegalArgumentException.class);
        Map<String, Integer> never = Map.of(KIM, 0);
        assertThatThrownBy(() -> new LinkGenerations(0, never)).isInstanceOf(IllegalArgumentException.class);
    }
}
