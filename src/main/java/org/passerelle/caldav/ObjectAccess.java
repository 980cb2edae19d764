package org.passerelle.caldav;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.passerelle.caldav.calendar.CalendarContents;
import org.passerelle.caldav.calendar.CalendarObject;
import org.passerelle.caldav.resource.DavPath;
import org.passerelle.caldav.resource.DavRefused;
import org.springframework.stereotype.Component;

/** Answers what is asked of a single object. */
@Component
class ObjectAccess {

    private final CalendarContents contents;

    ObjectAccess(CalendarContents contents) {
        this.contents = contents;
    }

    void answer(DavRequest request, DavPath path, HttpServletResponse response) throws IOException {
        switch (request.method()) {
            case "GET", "HEAD" -> read(request, path, response);
            default -> throw DavHandler.readOnly(request, path);
        }
    }

    private void read(DavRequest request, DavPath path, HttpServletResponse response) throws IOException {
        CalendarObject object = Optional.ofNullable(
                        contents.of(request.viewer(), path.collection()).get(path.object()))
                .orElseThrow(() -> DavRefused.status(404));
        response.setHeader("ETag", object.etag());
        object.scheduleTag().ifPresent(tag -> response.setHeader("Schedule-Tag", tag));
        boolean isKnown = request.header("If-None-Match")
                .filter(tags -> EntityTags.contains(tags, object.etag()))
                .isPresent();
        if (isKnown) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] body = object.bytes();
        response.setContentType("text/calendar; charset=utf-8");
        response.setContentLength(body.length);
        if (request.method().equals("GET")) {
            response.getOutputStream().write(body);
        }
    }
}
