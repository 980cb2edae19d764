package org.passerelle.caldav;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.caldav.DavRequest.Depth;
import org.passerelle.caldav.calendar.CalendarContents;
import org.passerelle.caldav.calendar.CalendarObject;
import org.passerelle.caldav.property.PropertySet;
import org.passerelle.caldav.property.ResourceProperties;
import org.passerelle.caldav.report.MultiStatusAnswer;
import org.passerelle.caldav.resource.DavPath;
import org.passerelle.caldav.resource.DavPath.DavKind;
import org.passerelle.caldav.resource.DavRefused;
import org.passerelle.caldav.resource.DavTree;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.caldav.xml.MultiStatus;
import org.passerelle.caldav.xml.MultiStatus.PropertyValue;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.caldav.xml.XmlNode;
import org.springframework.stereotype.Component;

/** Answers PROPFIND (RFC 4918 section 9.1). */
@Component
class PropertySearch {

    /** What is told to whoever asks for all: not what is long, or dear to work out (RFC 4791 section 5.2). */
    private static final Set<XmlName> NOT_AMONG_ALL = Set.of(
            XmlName.caldav("calendar-timezone"),
            XmlName.calendarServer("getctag"),
            XmlName.dav("sync-token"),
            XmlName.dav("supported-report-set"),
            XmlName.dav("current-user-privilege-set"));

    private final DavTree tree;
    private final ResourceProperties properties;
    private final CalendarContents contents;

    PropertySearch(DavTree tree, ResourceProperties properties, CalendarContents contents) {
        this.tree = tree;
        this.properties = properties;
        this.contents = contents;
    }

    /** What is asked of each resource. */
    private record Asked(Optional<List<XmlName>> named, boolean namesOnly) {

        static Asked of(Optional<XmlNode> body) {
            if (body.isEmpty()) {
                return new Asked(Optional.empty(), false);
            }
            if (!body.get().is(XmlName.dav("propfind"))) {
                throw DavRefused.status(400);
            }
            Optional<XmlNode> prop = body.get().first(XmlName.dav("prop"));
            return new Asked(
                    prop.map(XmlNode::names),
                    body.get().first(XmlName.dav("propname")).isPresent());
        }

        List<XmlName> of(PropertySet set) {
            return named.orElseGet(() -> set.names().stream()
                    .filter(name -> namesOnly || !NOT_AMONG_ALL.contains(name))
                    .toList());
        }
    }

    void answer(DavRequest request, HttpServletResponse response) throws IOException {
        if (request.depth() == Depth.INFINITY) {
            throw DavRefused.forbidden(XmlName.dav("propfind-finite-depth"));
        }
        DavViewer viewer = request.viewer();
        Optional<DavPath> path = request.path().filter(each -> tree.exists(viewer, each));
        Asked asked = Asked.of(request.xml());
        if (path.isEmpty()) {
            probed(request, asked, response);
            return;
        }
        Optional<CalendarObject> object = object(viewer, path.get());
        if (path.get().kind() == DavKind.OBJECT && object.isEmpty()) {
            throw DavRefused.status(404);
        }
        MultiStatus out = begin(request, response);
        if (object.isPresent()) {
            tell(out, path.get().href(), properties.of(viewer, path.get(), object.get()), asked);
        } else {
            tell(out, path.get().href(), properties.of(viewer, path.get()), asked);
            if (request.depth() == Depth.ONE) {
                tellMembers(out, viewer, path.get(), asked);
            }
        }
        out.close();
    }

    private static MultiStatus begin(DavRequest request, HttpServletResponse response) throws IOException {
        boolean minimal = request.wantsMinimum();
        if (minimal) {
            response.setHeader("Preference-Applied", "return=minimal");
        }
        return new MultiStatus(MultiStatusAnswer.begin(response), minimal);
    }

    /** Where programs look for calendars that are not there, they are told who they are, and go on from that. */
    private void probed(DavRequest request, Asked asked, HttpServletResponse response) throws IOException {
        String address = request.http().getRequestURI();
        if (address.startsWith(DavPath.PRINCIPALS.href()) || address.startsWith("/dav/calendars/")) {
            throw DavRefused.status(404);
        }
        MultiStatus out = begin(request, response);
        tell(out, address, properties.of(request.viewer(), DavPath.ROOT), asked);
        out.close();
    }

    private Optional<CalendarObject> object(DavViewer viewer, DavPath path) {
        return path.kind() == DavKind.OBJECT
                ? Optional.ofNullable(contents.of(viewer, path.collection()).get(path.object()))
                : Optional.empty();
    }

    private void tellMembers(MultiStatus out, DavViewer viewer, DavPath path, Asked asked) throws IOException {
        List<DavPath> members = new ArrayList<>(tree.members(viewer, path));
        for (DavPath member : members) {
            tell(out, member.href(), properties.of(viewer, member), asked);
        }
        if (path.kind().holdsObjects()) {
            for (CalendarObject object : contents.of(viewer, path).values()) {
                DavPath member = path.object(object.name());
                tell(out, member.href(), properties.of(viewer, member, object), asked);
            }
        }
    }

    private static void tell(MultiStatus out, String href, PropertySet set, Asked asked) throws IOException {
        out.properties(
                href,
                asked.of(set),
                name -> asked.namesOnly() ? set.value(name).map(value -> PropertyValue.empty()) : set.value(name));
    }
}
