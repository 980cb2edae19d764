package org.passerelle.caldav.property;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.caldav.xml.MultiStatus.PropertyValue;
import org.passerelle.caldav.xml.XmlName;

/** The properties of one resource; what their values are is worked out when they are asked for. */
public final class PropertySet {

    private final Map<XmlName, PropertyValue> values = new LinkedHashMap<>();

    PropertySet() {}

    PropertySet with(XmlName name, PropertyValue value) {
        values.put(name, value);
        return this;
    }

    PropertySet with(XmlName name, String text) {
        return with(name, PropertyValue.text(text));
    }

    /** The same with what is missing here. */
    PropertySet over(PropertySet others) {
        others.values.forEach(values::putIfAbsent);
        return this;
    }

    public Optional<PropertyValue> value(XmlName name) {
        return Optional.ofNullable(values.get(name));
    }

    public Set<XmlName> names() {
        return values.keySet();
    }
}
