package org.passerelle.security.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class SessionLimitTests {

    private final SessionLimit limit = new SessionLimit();

    @Test
    void endsTheOldestOfAPersonWhoBeginsTooMany() {
        List<MockHttpSession> own = begin(SessionLimit.FOR_ONE_PERSON + 2, "camille");

        assertThat(own.get(0).isInvalid()).isTrue();
        assertThat(own.get(1).isInvalid()).isTrue();
        assertThat(own.subList(2, own.size())).noneMatch(MockHttpSession::isInvalid);
    }

    @Test
    void endsNobodyElsesForThat() {
        List<MockHttpSession> others = begin(3, "louis");

        begin(SessionLimit.FOR_ONE_PERSON * 2, "camille");

        assertThat(others).noneMatch(MockHttpSession::isInvalid);
    }

    @Test
    void endsTheOldestOfAllWhenThereAreTooMany() {
        List<MockHttpSession> first = begin(1, "first");
        IntStream.range(0, SessionLimit.IN_ALL).forEach(each -> begin(1, "person " + each));

        assertThat(first.get(0).isInvalid()).isTrue();
    }

    @Test
    void countsNoneThatHasEnded() {
        List<MockHttpSession> own = begin(SessionLimit.FOR_ONE_PERSON, "camille");
        limit.sessionDestroyed(new HttpSessionEvent(own.get(5)));

        begin(1, "camille");

        assertThat(own).noneMatch(MockHttpSession::isInvalid);
    }

    @Test
    void keepsNoneInMindOfWhoseEndItHeardNothing() {
        IntStream.range(0, SessionLimit.IN_ALL).forEach(each -> limit.began("camille", new Unheard()));
        List<MockHttpSession> others = begin(3, "louis");

        IntStream.range(0, SessionLimit.IN_ALL).forEach(each -> limit.began("camille", new Unheard()));

        assertThat(others).noneMatch(MockHttpSession::isInvalid);
    }

    /** Has ended, and nobody was told. */
    private static final class Unheard extends MockHttpSession {

        @Override
        public void invalidate() {
            throw new IllegalStateException("It has ended");
        }
    }

    private List<MockHttpSession> begin(int count, String person) {
        return IntStream.range(0, count)
                .mapToObj(each -> {
                    MockHttpSession session = new Reported();
                    limit.began(person, session);
                    return session;
                })
                .toList();
    }

    /** Tells its end, as those of a container do. */
    private final class Reported extends MockHttpSession {

        @Override
        public void invalidate() {
            limit.sessionDestroyed(new HttpSessionEvent(this));
            super.invalidate();
        }
    }
}
