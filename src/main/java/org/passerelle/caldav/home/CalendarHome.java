package org.passerelle.caldav.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.PersonId;
import org.passerelle.caldav.xml.XmlName;

/**
 * All that programs have left with one person.
 *
 * @param version of what is stored; 0 of what is not stored yet
 */
public record CalendarHome(PersonId person, long version, List<KeptProperty> properties) {

    public CalendarHome {
        properties = List.copyOf(properties);
    }

    public static CalendarHome empty(PersonId person) {
        return new CalendarHome(person, 0, List.of());
    }

    public Optional<KeptProperty> property(String calendar, XmlName name) {
        return properties.stream().filter(each -> each.isOf(calendar, name)).findFirst();
    }

    public Stream<KeptProperty> propertiesOf(String calendar) {
        return properties.stream().filter(each -> each.calendar().equals(calendar));
    }

    /** The same with {@code changed} in the place of whatever was there. */
    public CalendarHome with(KeptProperty changed) {
        List<KeptProperty> all =
                new ArrayList<>(without(changed.calendar(), changed.name()).properties());
        all.add(changed);
        return new CalendarHome(person, version, all);
    }

    public CalendarHome without(String calendar, XmlName name) {
        return new CalendarHome(
                person,
                version,
                properties.stream().filter(each -> !each.isOf(calendar, name)).toList());
    }
}
