package org.passerelle.caldav.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.passerelle.caldav.calendar.CalendarContents;
import org.passerelle.caldav.calendar.CalendarObject;
import org.passerelle.caldav.property.ResourceProperties;
import org.passerelle.caldav.resource.CalendarLimits;
import org.passerelle.caldav.resource.DavPath;
import org.passerelle.caldav.resource.DavPath.DavKind;
import org.passerelle.caldav.resource.DavRefused;
import org.passerelle.caldav.resource.DavTree;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.caldav.xml.MultiStatus;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.caldav.xml.XmlNode;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Answers REPORT. */
@Component
public class CalendarReports {

    private static final XmlName HREF = XmlName.dav("href");

    private final CalendarContents contents;
    private final ResourceProperties properties;
    private final SyncReport sync;
    private final BusyTimesReport busyTimes;
    private final DavTree tree;

    CalendarReports(
            CalendarContents contents,
            ResourceProperties properties,
            SyncReport sync,
            BusyTimesReport busyTimes,
            DavTree tree) {
        this.contents = contents;
        this.properties = properties;
        this.sync = sync;
        this.busyTimes = busyTimes;
        this.tree = tree;
    }

    /**
     * @param path that exists
     * @throws DavRefused if there is no such report there
     */
    public void answer(DavViewer viewer, DavPath path, XmlNode report, HttpServletResponse response, boolean minimal)
            throws IOException {
        XmlName name = report.name();
        boolean holdsObjects = path.kind().holdsObjects();
        if (name.equals(XmlName.caldav("calendar-multiget")) && (holdsObjects || path.kind() == DavKind.HOME)) {
            multiget(viewer, path, report, response, minimal);
        } else if (name.equals(XmlName.caldav("calendar-query")) && holdsObjects) {
            query(viewer, path, report, response, minimal);
        } else if (name.equals(XmlName.dav("sync-collection")) && holdsObjects) {
            sync.answer(viewer, path, report, response, minimal);
        } else if (name.equals(XmlName.caldav("free-busy-query")) && path.kind().isCalendar()) {
            freeBusy(viewer, path, report, response);
        } else {
            throw DavRefused.forbidden(XmlName.dav("supported-report"));
        }
    }

    private void multiget(DavViewer viewer, DavPath path, XmlNode report, HttpServletResponse response, boolean minimal)
            throws IOException {
        List<String> hrefs =
                report.all(HREF).map(XmlNode::text).map(String::strip).toList();
        if (hrefs.size() > CalendarLimits.MOST_HREFS) {
            throw DavRefused.forbidden(XmlName.dav("number-of-matches-within-limits"));
        }
        ReportBody body = ReportBody.of(report);
        Map<DavPath, NavigableMap<String, CalendarObject>> known = new HashMap<>();
        MultiStatus out = new MultiStatus(MultiStatusAnswer.begin(response), minimal);
        for (String href : hrefs) {
            Optional<DavPath> wanted = DavPath.parse(href)
                    .filter(each -> each.kind() == DavKind.OBJECT && isWithin(each.collection(), path))
                    .filter(each -> tree.exists(viewer, each));
            Optional<CalendarObject> object = wanted.flatMap(each -> Optional.ofNullable(
                    known.computeIfAbsent(each.collection(), collection -> contents.of(viewer, collection))
                            .get(each.object())));
            if (object.isPresent()) {
                body.tell(out, wanted.get(), object.get(), properties.of(viewer, wanted.get(), object.get()));
            } else {
                out.missing(href);
            }
        }
        out.close();
    }

    private static boolean isWithin(DavPath collection, DavPath path) {
        return path.kind() == DavKind.HOME ? collection.of().equals(path.of()) : collection.equals(path);
    }

    private void query(DavViewer viewer, DavPath path, XmlNode report, HttpServletResponse response, boolean minimal)
            throws IOException {
        CalendarFilter filter = CalendarFilter.of(report.first(XmlName.caldav("filter"))
                .orElseThrow(() -> DavRefused.forbidden(XmlName.caldav("valid-filter"))));
        ReportBody body = ReportBody.of(report);
        List<CalendarObject> found = contents.of(viewer, path).values().stream()
                .filter(filter::matches)
                .toList();
        MultiStatus out = new MultiStatus(MultiStatusAnswer.begin(response), minimal);
        for (CalendarObject object : found) {
            DavPath member = path.object(object.name());
            body.tell(out, member, object, properties.of(viewer, member, object));
        }
        out.close();
    }

    private void freeBusy(DavViewer viewer, DavPath path, XmlNode report, HttpServletResponse response)
            throws IOException {
        Interval range = report.first(XmlName.caldav("time-range"))
                .map(CalendarFilter::range)
                .orElseThrow(() -> DavRefused.status(400));
        byte[] body = busyTimes.write(contents.of(viewer, path).values(), range);
        response.setContentType("text/calendar; charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
