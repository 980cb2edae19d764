package org.passerelle.caldav.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.passerelle.caldav.calendar.CalendarContents;
import org.passerelle.caldav.calendar.CalendarObject;
import org.passerelle.caldav.calendar.SyncStates;
import org.passerelle.caldav.calendar.SyncStates.SyncState;
import org.passerelle.caldav.property.ResourceProperties;
import org.passerelle.caldav.resource.CalendarLimits;
import org.passerelle.caldav.resource.DavPath;
import org.passerelle.caldav.resource.DavRefused;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.caldav.xml.MultiStatus;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.caldav.xml.XmlNode;
import org.springframework.stereotype.Component;

/** Tells what has changed in a calendar since the program asked last (RFC 6578). */
@Component
class SyncReport {

    private static final XmlName TOKEN = XmlName.dav("sync-token");
    private static final XmlName TOO_MANY = XmlName.dav("number-of-matches-within-limits");

    private final CalendarContents contents;
    private final SyncStates states;
    private final ResourceProperties properties;

    SyncReport(CalendarContents contents, SyncStates states, ResourceProperties properties) {
        this.contents = contents;
        this.states = states;
        this.properties = properties;
    }

    void answer(DavViewer viewer, DavPath path, XmlNode report, HttpServletResponse response, boolean minimal)
            throws IOException {
        NavigableMap<String, CalendarObject> objects = contents.of(viewer, path);
        SyncState now = states.of(path, objects.values());
        Map<String, String> before = before(report.textOf(TOKEN), now);
        ReportBody body = ReportBody.of(report);
        List<String> changed = changed(before, now.etags());
        int most = most(report);
        List<String> told = changed.subList(0, Math.min(most, changed.size()));
        MultiStatus out = new MultiStatus(MultiStatusAnswer.begin(response), minimal);
        for (String name : told) {
            Optional<CalendarObject> object = Optional.ofNullable(objects.get(name));
            if (object.isPresent()) {
                DavPath member = path.object(name);
                body.tell(out, member, object.get(), properties.of(viewer, member, object.get()));
            } else {
                out.missing(path.object(name).href());
            }
        }
        if (told.size() < changed.size()) {
            out.status(path.href(), "HTTP/1.1 507 Insufficient Storage", Optional.of(TOO_MANY));
        }
        SyncState reached = told.size() == changed.size() ? now : states.of(path, after(before, told, now));
        out.syncToken(states.token(reached));
        out.close();
    }

    private Map<String, String> before(String token, SyncState now) {
        if (token.isEmpty()) {
            return Map.of();
        }
        return states.isOf(token, now)
                ? now.etags()
                : states.find(token)
                        .map(SyncState::etags)
                        .orElseThrow(() -> DavRefused.forbidden(XmlName.dav("valid-sync-token")));
    }

    /** By name, so that a program that is told a part can ask for the rest. */
    private static List<String> changed(Map<String, String> before, Map<String, String> now) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name -> !Optional.ofNullable(before.get(name)).equals(Optional.ofNullable(now.get(name))))
                .toList();
    }

    private static Map<String, String> after(Map<String, String> before, List<String> told, SyncState now) {
        Map<String, String> reached = new TreeMap<>(before);
        for (String name : told) {
            String etag = now.etags().get(name);
            if (etag == null) {
                reached.remove(name);
            } else {
                reached.put(name, etag);
            }
        }
        return reached;
    }

    private static int most(XmlNode report) {
        String wished = report.first(XmlName.dav("limit"))
                .map(limit -> limit.textOf(XmlName.dav("nresults")))
                .orElse("");
        boolean isNumber = wished.matches("[1-9][0-9]{0,8}");
        return isNumber ? Math.min(CalendarLimits.MOST_CHANGES, Integer.parseInt(wished)) : CalendarLimits.MOST_CHANGES;
    }
}
