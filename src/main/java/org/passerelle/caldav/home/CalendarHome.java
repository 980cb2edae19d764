package org.passerelle.caldav.home;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.BookingId;
import org.passerelle.caldav.xml.XmlName;

/**
 * All that programs have left with one person.
 *
 * @param version of what is stored; 0 of what is not stored yet
 * @param objects each name once
 */
public record CalendarHome(PersonId person, long version, List<KeptProperty> properties, List<LaidObject> objects) {

    public CalendarHome {
        properties = List.copyOf(properties);
        objects = List.copyOf(objects);
    }

    public static CalendarHome empty(PersonId person) {
        return new CalendarHome(person, 0, List.of(), List.of());
    }

    public Optional<KeptProperty> property(String calendar, XmlName name) {
        return propertiesOf(calendar).filter(each -> each.name().equals(name)).findFirst();
    }

    public Stream<KeptProperty> propertiesOf(String calendar) {
        return properties.stream().filter(each -> each.calendar().equals(calendar));
    }

    /** The same with {@code changed} in the place of whatever was there. */
    public CalendarHome with(KeptProperty changed) {
        return new CalendarHome(
                person,
                version,
                joined(properties, each -> each.isOf(changed.calendar(), changed.name()), Stream.of(changed)),
                objects);
    }

    public CalendarHome without(String calendar, XmlName name) {
        return new CalendarHome(
                person, version, joined(properties, each -> each.isOf(calendar, name), Stream.of()), objects);
    }

    public Optional<LaidObject> object(String name) {
        return objects.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public Optional<LaidObject> objectOf(BookingId booking) {
        return objects.stream()
                .filter(each -> each.booking().filter(booking::equals).isPresent())
                .findFirst();
    }

    public Stream<LaidObject> drafts() {
        return objects.stream().filter(LaidObject::isDraft);
    }

    /** The same with {@code laid} in the place of whatever has its name. */
    public CalendarHome with(LaidObject laid) {
        return new CalendarHome(
                person, version, properties, joined(objects, each -> each.name().equals(laid.name()), Stream.of(laid)));
    }

    public CalendarHome withoutObject(String name) {
        return new CalendarHome(
                person, version, properties, joined(objects, each -> each.name().equals(name), Stream.of()));
    }

    private static <T> List<T> joined(List<T> all, Predicate<T> replaced, Stream<T> added) {
        return Stream.concat(all.stream().filter(replaced.negate()), added).toList();
    }
}
