package org.passerelle.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.store.StoreFailure;
import org.passerelle.platform.store.StoreFailure.WriteOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers 503 with {@code Retry-After} on every address, when the store could not do what was needed: a problem for programs, a
 * page for people. Says no more of what was asked than is known: a write that the disk failed under may be there or not.
 */
@Component
class StoreFailures implements HandlerExceptionResolver, Ordered {

    /** In a request: the last part of the keys of the texts that say it, on the error page too. */
    static final String ATTRIBUTE = StoreFailures.class.getName();

    private static final Logger LOG = LoggerFactory.getLogger(StoreFailures.class);

    /** A disk that fails is looked at twice a second; a full one is emptied by people. */
    private static final String SECONDS_WHEN_FAILING = "10";

    private static final String SECONDS_WHEN_FULL = "60";
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "REPORT");

    private final Problems problems;
    private final JsonMapper json;

    StoreFailures(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    /** Before all others, which know nothing of what stands behind an exception. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        return answer(request, response, e) ? new ModelAndView() : null;
    }

    /** Whether {@code e} was about the store, and so has been answered. */
    boolean answer(HttpServletRequest request, HttpServletResponse response, Exception e) {
        Optional<StoreFailure> failure = StoreFailure.in(e);
        if (failure.isEmpty() || response.isCommitted()) {
            return false;
        }
        StoreFailure.log(LOG, "A request was answered 503", e);
        try {
            write(request, response, failure.get().outcome());
            return true;
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("Nobody waits for the answer any more", gone);
            return false;
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, WriteOutcome outcome)
            throws IOException {
        response.resetBuffer();
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                outcome == WriteOutcome.LITTLE_SPACE ? SECONDS_WHEN_FULL : SECONDS_WHEN_FAILING);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String key = key(request, outcome);
        if (Problems.wantsPage(request)) {
            request.setAttribute(ATTRIBUTE, key);
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        ProblemDetail problem = problems.of(ProblemType.UNAVAILABLE, request);
        problem.setDetail(problems.text("problem." + key, request));
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
    }

    private static String key(HttpServletRequest request, WriteOutcome outcome) {
        if (outcome == WriteOutcome.LITTLE_SPACE) {
            return "unavailable.little-space";
        }
        if (READS.contains(request.getMethod())) {
            return "unavailable";
        }
        return outcome == WriteOutcome.NOT_DONE ? "unavailable.not-done" : "unavailable.unknown";
    }
}
