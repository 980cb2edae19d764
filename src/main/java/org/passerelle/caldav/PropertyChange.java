package org.passerelle.caldav;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.caldav.home.CalendarHome;
import org.passerelle.caldav.home.CalendarHomes;
import org.passerelle.caldav.home.KeptProperty;
import org.passerelle.caldav.property.ResourceProperties;
import org.passerelle.caldav.report.MultiStatusAnswer;
import org.passerelle.caldav.resource.DavPath;
import org.passerelle.caldav.resource.DavRefused;
import org.passerelle.caldav.xml.MultiStatus;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.caldav.xml.XmlNode;
import org.passerelle.platform.text.Text;
import org.springframework.stereotype.Component;

/**
 * Answers PROPPATCH (RFC 4918 section 9.2): names, colours and what else programs say of calendars is kept for whoever says it,
 * also of calendars that they only read, and told to nobody else.
 */
@Component
class PropertyChange {

    private static final XmlName PROTECTED = XmlName.dav("cannot-modify-protected-property");
    private static final int MOST_TRIES = 10;

    /** What programs may set of that which is there by itself; all else that is there is not theirs to say. */
    private static final Set<XmlName> SETTABLE = Set.of(
            XmlName.dav("displayname"),
            XmlName.caldav("calendar-description"),
            XmlName.caldav("calendar-timezone"),
            XmlName.caldav("calendar-timezone-id"),
            XmlName.caldav("schedule-calendar-transp"),
            XmlName.caldav("schedule-default-calendar-URL"),
            XmlName.caldav("calendar-free-busy-set"));

    private final ResourceProperties properties;
    private final CalendarHomes homes;

    PropertyChange(ResourceProperties properties, CalendarHomes homes) {
        this.properties = properties;
        this.homes = homes;
    }

    /** @param value empty where the property is to go */
    private record Wish(XmlName name, Optional<XmlNode> value) {}

    void answer(DavRequest request, DavPath path, HttpServletResponse response) throws IOException {
        XmlNode body = request.xml()
                .filter(node -> node.is(XmlName.dav("propertyupdate")))
                .orElseThrow(() -> DavRefused.status(400));
        if (!ResourceProperties.isSettable(path)) {
            throw DavHandler.readOnly(request, path);
        }
        List<Wish> wishes = wishes(body);
        Set<XmlName> own = properties.of(request.viewer(), path).names();
        CalendarHome before = homes.of(request.viewer().person().id());
        List<XmlName> refused = wishes.stream()
                .map(Wish::name)
                .filter(name -> own.contains(name)
                        && !SETTABLE.contains(name)
                        && before.property(path.calendar(), name).isEmpty())
                .distinct()
                .toList();
        boolean isKept = refused.isEmpty() && kept(request, path, wishes);
        List<XmlName> names = wishes.stream().map(Wish::name).distinct().toList();
        MultiStatus out = new MultiStatus(MultiStatusAnswer.begin(response), false);
        if (isKept) {
            out.changed(path.href(), names, List.of(), List.of(), PROTECTED);
        } else {
            List<XmlName> undone =
                    names.stream().filter(name -> !refused.contains(name)).toList();
            out.changed(path.href(), List.of(), refused, undone, PROTECTED);
        }
        out.close();
    }

    private static List<Wish> wishes(XmlNode body) {
        List<Wish> wishes = new ArrayList<>();
        for (XmlNode step : body.children()) {
            boolean isSet = step.is(XmlName.dav("set"));
            if (isSet || step.is(XmlName.dav("remove"))) {
                step.all(XmlName.dav("prop"))
                        .flatMap(prop -> prop.children().stream())
                        .forEach(each ->
                                wishes.add(new Wish(each.name(), isSet ? Optional.of(each) : Optional.empty())));
            }
        }
        return wishes;
    }

    /** Whether there was room for all of them; else nothing was kept. */
    private boolean kept(DavRequest request, DavPath path, List<Wish> wishes) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            CalendarHome home = homes.of(request.viewer().person().id());
            CalendarHome changed = home;
            for (Wish wish : wishes) {
                changed = wish.value().isPresent()
                        ? changed.with(property(path, wish.value().get()))
                        : changed.without(path.calendar(), wish.name());
            }
            if (changed.propertiesOf(path.calendar()).count() > KeptProperty.MOST
                    || changed.properties().size() > KeptProperty.MOST_OF_ALL) {
                throw DavRefused.because(507, XmlName.dav("quota-not-exceeded"), "");
            }
            if (changed.equals(home) || homes.replace(changed)) {
                return true;
            }
        }
        throw DavRefused.status(503);
    }

    private static KeptProperty property(DavPath path, XmlNode value) {
        boolean isTooLong = value.text().length() > KeptProperty.LONGEST
                || value.name().local().length() + value.name().namespace().length() > KeptProperty.LONGEST_NAME;
        if (isTooLong) {
            throw DavRefused.because(507, XmlName.dav("quota-not-exceeded"), "");
        }
        return new KeptProperty(
                path.calendar(),
                value.name(),
                Text.lines(value.text(), KeptProperty.LONGEST),
                value.children().stream().map(XmlNode::name).findFirst());
    }
}
