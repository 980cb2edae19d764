package org.passerelle.platform.mongo.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.mongo.log.disk.UnreliableFolder;

class SegmentTests {

    private final UnreliableFolder folder = new UnreliableFolder(new Random(1));
    private final UUID store = new UUID(0, 1);

    private Segment segment(long number) throws IOException {
        return Segment.create(folder, new SegmentHeader(store, number, 1, 0, 0));
    }

    /** A cleaner takes the first segment away as soon as somebody has counted them. */
    private static final class CountedAndCleaned extends CopyOnWriteArrayList<Segment> {

        private static final long serialVersionUID = 1L;

        CountedAndCleaned(List<Segment> segments) {
            super(segments);
        }

        @Override
        public int size() {
            int size = super.size();
            remove(0);
            return size;
        }
    }

    @Test
    void isTheLastAlsoWhileTheFirstIsTakenAway() throws IOException {
        Segment last = segment(2);

        assertThat(Segment.last(new CountedAndCleaned(List.of(segment(1), last))))
                .isSameAs(last);
    }
}
