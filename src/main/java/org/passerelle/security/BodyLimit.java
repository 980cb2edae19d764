package org.passerelle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.passerelle.security.connector.IncomingBody;
import org.passerelle.security.refusal.RequestRefused;
import org.passerelle.security.refusal.RequestRefused.RefusalKind;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an announced body over 1 MB before any of it is read, and words as a problem what is found wrong with a body or a form
 * while it is read, wherever that was.
 */
final class BodyLimit extends OncePerRequestFilter {

    private final ProblemResponses problems;

    BodyLimit(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > IncomingBody.LONGEST) {
            problems.refuse(request, response, new RequestRefused(RefusalKind.TOO_LARGE));
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (RequestRefused | InvalidParameterException e) {
            refuse(request, response, e);
        } catch (ServletException e) {
            if (!refuse(request, response, e.getRootCause())) {
                throw e;
            }
        }
    }

    private boolean refuse(HttpServletRequest request, HttpServletResponse response, @Nullable Throwable e)
            throws IOException {
        if (response.isCommitted()) {
            return e instanceof RequestRefused || e instanceof InvalidParameterException;
        }
        if (e instanceof RequestRefused refused) {
            problems.refuse(request, response, refused);
        } else if (e instanceof InvalidParameterException unreadable) {
            if (unreadable.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
                problems.refuse(request, response, new RequestRefused(RefusalKind.TOO_LARGE));
            } else {
                response.sendError(unreadable.getErrorCode());
            }
        } else {
            return false;
        }
        return true;
    }
}
