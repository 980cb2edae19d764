package org.passerelle.caldav;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

/** Tells programs that know but the host where the calendars are (RFC 6764 section 5), whatever they ask with. */
@Component
class Discovery implements HttpRequestHandler {

    private final PublicUrl url;

    Discovery(PublicUrl url) {
        this.url = url;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", url.link("/dav/").toString());
        response.setHeader("Cache-Control", "no-cache");
    }
}
