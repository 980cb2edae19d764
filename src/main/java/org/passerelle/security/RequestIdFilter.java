package org.passerelle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.work.CorrelationId;
import org.passerelle.platform.work.CorrelationId.Door;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id, under which all that is logged of it is found, and answers it in {@value #HEADER}. A client or a
 * proxy may bring one of its own: letters, digits, dots, hyphens and underscores. Anything else is not looked at further.
 */
final class RequestIdFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,%d}".formatted(CorrelationId.LONGEST));
    private static final Pattern OF_PROGRAMS = Pattern.compile("/(api|dav|v3|actuator|integrations)/.*");
    private static final String GIVEN = RequestIdFilter.class.getName();

    /** The page about an error is still part of the request. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CorrelationId id = request.getAttribute(GIVEN) instanceof CorrelationId given ? given : id(request);
        request.setAttribute(GIVEN, id);
        response.setHeader(HEADER, id.value());
        try (CorrelationId.Scope ignored = id.open()) {
            chain.doFilter(request, response);
        }
    }

    private static CorrelationId id(HttpServletRequest request) {
        Door door = OF_PROGRAMS.matcher(request.getRequestURI()).matches() ? Door.API : Door.WEB;
        @Nullable String brought = request.getHeader(HEADER);
        return brought != null && WELL_FORMED.matcher(brought).matches()
                ? new CorrelationId(door, brought)
                : CorrelationId.fresh(door);
    }
}
