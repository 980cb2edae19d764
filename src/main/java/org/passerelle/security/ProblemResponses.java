package org.passerelle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.passerelle.security.refusal.RequestRefused;
import org.passerelle.security.throttle.TooManyAttempts;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers what filters refuse the way controllers do, through the one advice that writes problems; else an error page. */
@Component
class ProblemResponses implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private static final String CHALLENGE = "Basic realm=\"Passerelle\"";

    private final HandlerExceptionResolver resolver;

    ProblemResponses(@Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof TooManyAttempts attempts) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(attempts.retryAfter().toSeconds()));
            answer(request, response, e, 429);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
            answer(request, response, e, HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        answer(request, response, e, HttpServletResponse.SC_FORBIDDEN);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws IOException {
        answer(request, response, e, HttpServletResponse.SC_BAD_REQUEST);
    }

    /** Answers what the server takes from nobody; nothing more is read from that connection. */
    public void refuse(HttpServletRequest request, HttpServletResponse response, RequestRefused e) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        answer(request, response, e, e.kind().status().value());
    }

    /** @param status what an error page shows where no problem is wanted */
    void answer(HttpServletRequest request, HttpServletResponse response, Exception e, int status) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        if (resolver.resolveException(request, response, null, e) == null) {
            response.sendError(status);
        }
    }
}
