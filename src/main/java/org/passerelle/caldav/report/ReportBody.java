package org.passerelle.caldav.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.caldav.calendar.CalendarObject;
import org.passerelle.caldav.property.PropertySet;
import org.passerelle.caldav.resource.DavPath;
import org.passerelle.caldav.xml.MultiStatus;
import org.passerelle.caldav.xml.MultiStatus.PropertyValue;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.caldav.xml.XmlNode;

/**
 * What every report on objects asks to be told of each.
 *
 * @param names of the properties, each once
 */
record ReportBody(List<XmlName> names, CalendarData data) {

    private static final List<XmlName> ALL =
            List.of(XmlName.dav("getetag"), XmlName.dav("getcontenttype"), XmlName.dav("resourcetype"));

    static ReportBody of(XmlNode report) {
        Optional<XmlNode> prop = report.first(XmlName.dav("prop"));
        List<XmlName> names = new ArrayList<>(prop.map(XmlNode::names).orElse(ALL));
        return new ReportBody(List.copyOf(names), CalendarData.of(prop));
    }

    /** Writes what is asked of {@code object}. */
    void tell(MultiStatus out, DavPath path, CalendarObject object, PropertySet properties) throws IOException {
        out.properties(
                path.href(),
                names,
                name -> name.equals(CalendarData.NAME)
                        ? Optional.of(PropertyValue.text(data.of(object)))
                        : properties.value(name));
    }
}
