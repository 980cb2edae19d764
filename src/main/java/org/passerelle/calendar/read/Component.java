package org.passerelle.calendar.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One component as it came, from its BEGIN to its END, before anything in it is understood. */
public final class Component {

    private final String name;
    private final int line;
    private final List<PropertyLine> properties = new ArrayList<>();
    private final List<Component> parts = new ArrayList<>();
    private boolean isClosed;

    Component(String name, int line) {
        this.name = name;
        this.line = line;
    }

    void add(PropertyLine property) {
        properties.add(property);
    }

    void add(Component part) {
        parts.add(part);
    }

    void close() {
        isClosed = true;
    }

    public String name() {
        return name;
    }

    /** Where it begins, counted from 1. */
    int line() {
        return line;
    }

    public boolean isClosed() {
        return isClosed;
    }

    public Stream<Component> parts(String wanted) {
        return parts.stream().filter(part -> part.name.equals(wanted));
    }

    public List<Component> parts() {
        return parts;
    }

    /** In the order in which they stand there. */
    public List<PropertyLine> properties() {
        return properties;
    }

    public Stream<PropertyLine> all(String wanted) {
        return properties.stream().filter(property -> property.name().equals(wanted));
    }

    public Optional<PropertyLine> first(String wanted) {
        return all(wanted).findFirst();
    }

    /** The words of the first such property, or an empty text. */
    public String words(String wanted) {
        return first(wanted).map(PropertyLine::words).orElse("");
    }
}
