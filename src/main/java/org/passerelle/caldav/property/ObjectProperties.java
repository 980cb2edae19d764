package org.passerelle.caldav.property;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Status;
import org.passerelle.caldav.calendar.CalendarObject;
import org.passerelle.caldav.xml.MultiStatus.PropertyValue;
import org.passerelle.caldav.xml.XmlName;

/** Of the objects in calendars. */
final class ObjectProperties {

    static final String CONTENT_TYPE = "text/calendar; charset=utf-8; component=VEVENT";

    private ObjectProperties() {}

    static PropertySet of(CalendarObject object) {
        PropertySet set = new PropertySet()
                .with(XmlName.dav("resourcetype"), PropertyValue.empty())
                .with(XmlName.dav("getetag"), object.etag())
                .with(XmlName.dav("getcontenttype"), CONTENT_TYPE)
                .with(XmlName.dav("getcontentlength"), out -> out.text(Integer.toString(object.length())));
        object.scheduleTag().ifPresent(tag -> set.with(XmlName.caldav("schedule-tag"), tag));
        Optional<Status> status = object.booking().map(Booking::status);
        status.map(Status::changed).ifPresent(at -> set.with(XmlName.dav("getlastmodified"), httpDate(at)));
        status.map(Status::created)
                .ifPresent(at -> set.with(XmlName.dav("creationdate"), DateTimeFormatter.ISO_INSTANT.format(at)));
        return set;
    }

    private static String httpDate(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
