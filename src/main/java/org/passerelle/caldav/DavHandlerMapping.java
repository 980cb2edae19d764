package org.passerelle.caldav;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/**
 * Brings the requests of calendar programs to {@link DavHandler}. The annotations of controllers know the methods of HTTP alone;
 * the dispatcher itself hands on any method (its {@code service} sends those that a servlet does not know straight to the handlers).
 */
@Component
class DavHandlerMapping extends AbstractHandlerMapping {

    private static final Set<String> SEARCHING = Set.of("PROPFIND", "REPORT", "PROPPATCH");

    private final DavHandler handler;
    private final HttpRequestHandler discovery;

    DavHandlerMapping(DavHandler handler, Discovery discovery) {
        this.handler = handler;
        this.discovery = discovery;
        setOrder(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.equals("/.well-known/caldav") || path.equals("/.well-known/caldav/")) {
            return discovery;
        }
        boolean isForCalendars = path.equals("/dav") || path.startsWith("/dav/");
        return isForCalendars || SEARCHING.contains(request.getMethod()) ? handler : null;
    }
}
