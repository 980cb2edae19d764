package org.passerelle.caldav;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.passerelle.caldav.report.CalendarReports;
import org.passerelle.caldav.resource.DavPath;
import org.passerelle.caldav.resource.DavPath.DavKind;
import org.passerelle.caldav.resource.DavRefused;
import org.passerelle.caldav.resource.DavTree;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.caldav.xml.XmlNode;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

/** Answers calendar programs: by method, and what is refused in the words of WebDAV. */
@Component
class DavHandler implements HttpRequestHandler {

    /** What is offered (RFC 4918 section 10.1). Programs ask any resource for it. */
    private static final String CLASSES = "1, 3, access-control, calendar-access, calendar-auto-schedule";

    private static final String OF_COLLECTIONS = "OPTIONS, PROPFIND, PROPPATCH, REPORT";
    private static final String OF_OBJECTS = "OPTIONS, GET, HEAD, PUT, DELETE, PROPFIND";

    private final DavViewers viewers;
    private final DavTree tree;
    private final PropertySearch search;
    private final PropertyChange change;
    private final CalendarReports reports;
    private final ObjectAccess objects;

    DavHandler(
            DavViewers viewers,
            DavTree tree,
            PropertySearch search,
            PropertyChange change,
            CalendarReports reports,
            ObjectAccess objects) {
        this.viewers = viewers;
        this.tree = tree;
        this.search = search;
        this.change = change;
        this.reports = reports;
        this.objects = objects;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<DavViewer> viewer = viewers.of(request);
        if (viewer.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Passerelle\"");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setHeader("DAV", CLASSES);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Prefer, Brief");
        DavRequest asked = new DavRequest(request, viewer.get(), DavPath.parse(request.getRequestURI()));
        try {
            answer(asked, response);
        } catch (DavRefused refused) {
            if (response.isCommitted()) {
                throw refused;
            }
            DavErrors.write(response, refused);
        }
    }

    private void answer(DavRequest request, HttpServletResponse response) throws IOException {
        switch (request.method()) {
            case "OPTIONS" -> response.setHeader("Allow", allowed(request.path()));
            case "PROPFIND" -> search.answer(request, response);
            case "PROPPATCH" -> change.answer(request, existing(request), response);
            case "REPORT" -> report(request, response);
            case "GET", "HEAD", "PUT", "DELETE" -> ofAnObject(request, response);
            case "MKCALENDAR", "MKCOL", "COPY", "MOVE", "ACL" ->
                throw DavRefused.because(403, XmlName.dav("need-privileges"), sentence(request, "refused.structure"));
            default -> notAllowed(request, response);
        }
    }

    private void ofAnObject(DavRequest request, HttpServletResponse response) throws IOException {
        DavPath path = existing(request);
        if (path.kind() == DavKind.OBJECT) {
            objects.answer(request, path, response);
        } else {
            notAllowed(request, response);
        }
    }

    private void report(DavRequest request, HttpServletResponse response) throws IOException {
        DavPath path = existing(request);
        XmlNode body = request.xml().orElseThrow(() -> DavRefused.status(400));
        boolean minimal = request.wantsMinimum();
        if (minimal) {
            response.setHeader("Preference-Applied", "return=minimal");
        }
        reports.answer(request.viewer(), path, body, response, minimal);
    }

    private DavPath existing(DavRequest request) {
        return request.path()
                .filter(path -> tree.exists(request.viewer(), path))
                .orElseThrow(() -> DavRefused.status(404));
    }

    private static void notAllowed(DavRequest request, HttpServletResponse response) {
        response.setHeader("Allow", allowed(request.path()));
        throw DavRefused.status(405);
    }

    private static String allowed(Optional<DavPath> path) {
        return path.filter(each -> each.kind() == DavKind.OBJECT)
                .map(each -> OF_OBJECTS)
                .orElse(OF_COLLECTIONS);
    }

    static String sentence(DavRequest request, String key, Object... arguments) {
        return DavErrors.TEXTS.text(key, request.viewer().asked(), arguments);
    }

    /** Of what may be read and not written. */
    static DavRefused readOnly(DavRequest request, DavPath path) {
        return new DavRefused(
                403,
                Optional.of(XmlName.dav("need-privileges")),
                List.of(path.collection().href()),
                sentence(request, "refused.read-only"));
    }
}
