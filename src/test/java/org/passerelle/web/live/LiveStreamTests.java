package org.passerelle.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.account.AccountId;
import org.passerelle.directory.SiteId;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a stream says to the container at its end; Tomcat uses a context again for the next request. */
class LiveStreamTests {

    private static final class Context extends MockAsyncContext {

        private int completed;

        Context() {
            super(new MockHttpServletRequest(), new MockHttpServletResponse());
        }

        @Override
        public void complete() {
            completed++;
        }
    }

    private final Context context = new Context();
    private final List<LiveStream> ended = new ArrayList<>();
    private final LiveStream stream = stream();

    private LiveStream stream() {
        try {
            return new LiveStream(
                    new LiveWatch(new AccountId("p-1"), Set.of(new SiteId("melun")), false, "session"),
                    context,
                    ended::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void leavesTheContextAloneOnceTheContainerHasEndedIt() throws Exception {
        stream.onComplete(new AsyncEvent(context));

        stream.end();
        stream.beat();

        assertThat(context.completed).isZero();
        assertThat(ended).containsExactly(stream);
    }

    @Test
    void tellsTheContainerAfterAFaultThatNoMoreIsToBeSent() throws Exception {
        stream.end();
        context.completed = 0;

        stream.onError(new AsyncEvent(context));

        assertThat(context.completed).isOne();
    }

    @Test
    void isNotLetGoByAHeartbeatBeforeItHasBegun() {
        stream.beat();

        assertThat(ended).isEmpty();
    }
}
