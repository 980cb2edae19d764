package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RetryAfterFilterTests {

    @FunctionalInterface
    private interface Answer {

        void give(HttpServletResponse response) throws IOException;
    }

    private static MockHttpServletResponse answered(Answer answer) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new RetryAfterFilter()
                .doFilter(
                        new MockHttpServletRequest(),
                        response,
                        (request, wrapped) -> answer.give((HttpServletResponse) wrapped));
        return response;
    }

    @Test
    void every503SaysWhenToTryAgainHoweverItIsAnswered() throws Exception {
        Map<String, Answer> answers = Map.of(
                "status", response -> response.setStatus(503),
                "error", response -> response.sendError(503),
                "error with words", response -> response.sendError(503, "Away"));

        for (Map.Entry<String, Answer> each : answers.entrySet()) {
            assertThat(answered(each.getValue()).getHeaders(HttpHeaders.RETRY_AFTER))
                    .as(each.getKey())
                    .containsExactly("10");
        }
    }

    @Test
    void whoeverKnowsBetterIsHeardBeforeAndAfterTheStatusIsSet() throws Exception {
        MockHttpServletResponse before = answered(response -> {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            response.sendError(503);
        });
        MockHttpServletResponse after = answered(response -> {
            response.setStatus(503);
            response.addHeader(HttpHeaders.RETRY_AFTER, "60");
        });

        assertThat(before.getHeaders(HttpHeaders.RETRY_AFTER)).containsExactly("60");
        assertThat(after.getHeaders(HttpHeaders.RETRY_AFTER)).containsExactly("60");
    }

    @Test
    void otherAnswersPromiseNothing() throws Exception {
        assertThat(answered(response -> response.setStatus(200)).getHeaders(HttpHeaders.RETRY_AFTER))
                .isEmpty();
        assertThat(answered(response -> response.sendError(500)).getHeaders(HttpHeaders.RETRY_AFTER))
                .isEmpty();
    }
}
