package org.passerelle.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says with every 503 when it is worth another try ({@code Retry-After}, RFC 9110 section 15.6.4), whoever answers it: problems,
 * pages, the health of the program, Spring itself. Whoever knows better says so, and that stands.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RetryAfterFilter extends OncePerRequestFilter {

    private static final Duration USUAL = Duration.ofSeconds(10);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Promising(response));
    }

    private static final class Promising extends HttpServletResponseWrapper {

        Promising(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            super.setStatus(status);
            promise(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            promise(status);
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            promise(status);
            super.sendError(status, message);
        }

        /** There is one such header; Spring adds those that it was given once it has set the status. */
        @Override
        public void addHeader(String name, String value) {
            if (name.equalsIgnoreCase(HttpHeaders.RETRY_AFTER)) {
                super.setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }

        private void promise(int status) {
            if (status == HttpStatus.SERVICE_UNAVAILABLE.value() && !containsHeader(HttpHeaders.RETRY_AFTER)) {
                super.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(USUAL.toSeconds()));
            }
        }
    }
}
