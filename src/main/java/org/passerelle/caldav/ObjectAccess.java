package org.passerelle.caldav;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.caldav.calendar.CalendarContents;
import org.passerelle.caldav.calendar.CalendarObject;
import org.passerelle.caldav.put.Preconditions;
import org.passerelle.caldav.put.PutObject;
import org.passerelle.caldav.resource.DavPath;
import org.passerelle.caldav.resource.DavPath.DavKind;
import org.passerelle.caldav.resource.DavRefused;
import org.passerelle.caldav.xml.XmlName;
import org.springframework.stereotype.Component;

/** Answers what is asked of a single object. */
@Component
class ObjectAccess {

    private static final String CALENDAR = "text/calendar";

    private final CalendarContents contents;
    private final PutObject put;

    ObjectAccess(CalendarContents contents, PutObject put) {
        this.contents = contents;
        this.put = put;
    }

    void answer(DavRequest request, DavPath path, HttpServletResponse response) throws IOException {
        boolean isWritable = path.collection().kind() == DavKind.BOOKINGS;
        switch (request.method()) {
            case "GET", "HEAD" -> read(request, path, response);
            case "PUT" -> {
                if (!isWritable) {
                    throw DavHandler.readOnly(request, path);
                }
                put(request, path, response);
            }
            default -> {
                if (!isWritable) {
                    throw DavHandler.readOnly(request, path);
                }
                put.delete(request.viewer(), path, conditions(request));
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
        }
    }

    private Optional<CalendarObject> find(DavRequest request, DavPath path) {
        return Optional.ofNullable(
                contents.of(request.viewer(), path.collection()).get(path.object()));
    }

    private void read(DavRequest request, DavPath path, HttpServletResponse response) throws IOException {
        CalendarObject object = find(request, path).orElseThrow(() -> DavRefused.status(404));
        object.scheduleTag().ifPresent(tag -> response.setHeader("Schedule-Tag", tag));
        response.setHeader("ETag", object.etag());
        boolean isKnown = request.header("If-None-Match")
                .filter(tags -> Preconditions.contains(tags, object.etag()))
                .isPresent();
        if (isKnown) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            write(object, response, request.method().equals("GET"));
        }
    }

    private static void write(CalendarObject object, HttpServletResponse response, boolean withBody)
            throws IOException {
        byte[] body = object.bytes();
        response.setContentType("text/calendar; charset=utf-8");
        response.setContentLength(body.length);
        if (withBody) {
            response.getOutputStream().write(body);
        }
    }

    /**
     * Without an ETag, for what is there now is not what came: the server says what rooms answer (RFC 4791 section 5.3.4). Who
     * wants to know is told all of it.
     */
    private void put(DavRequest request, DavPath path, HttpServletResponse response) throws IOException {
        boolean isOther = Optional.ofNullable(request.http().getContentType())
                .map(type -> type.toLowerCase(Locale.ROOT).strip())
                .filter(type -> !type.startsWith(CALENDAR))
                .isPresent();
        if (isOther) {
            throw DavRefused.because(
                    403, XmlName.caldav("supported-calendar-data"), DavHandler.sentence(request, "refused.unreadable"));
        }
        boolean isNew = put.put(request.viewer(), path, request.body(), conditions(request));
        Optional<CalendarObject> object = find(request, path);
        object.flatMap(CalendarObject::scheduleTag).ifPresent(tag -> response.setHeader("Schedule-Tag", tag));
        boolean isWanted = request.wantsRepresentation() && object.isPresent();
        response.setStatus(
                isNew
                        ? HttpServletResponse.SC_CREATED
                        : isWanted ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NO_CONTENT);
        if (isWanted) {
            response.setHeader("Preference-Applied", "return=representation");
            response.setHeader("ETag", object.get().etag());
            write(object.get(), response, true);
        }
    }

    private static Preconditions conditions(DavRequest request) {
        return new Preconditions(
                request.header("If-Match"), request.header("If-None-Match"), request.header("If-Schedule-Tag-Match"));
    }
}
