package org.passerelle.caldav.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element as it came.
 *
 * @param attributes by their local names
 * @param text all characters directly in it
 */
public record XmlNode(XmlName name, Map<String, String> attributes, List<XmlNode> children, String text) {

    public XmlNode {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    public boolean is(XmlName wanted) {
        return name.equals(wanted);
    }

    public Stream<XmlNode> all(XmlName wanted) {
        return children.stream().filter(child -> child.is(wanted));
    }

    public Optional<XmlNode> first(XmlName wanted) {
        return all(wanted).findFirst();
    }

    /** The text of the first such element, or an empty one. */
    public String textOf(XmlName wanted) {
        return first(wanted).map(child -> child.text().strip()).orElse("");
    }

    public Optional<String> attribute(String local) {
        return Optional.ofNullable(attributes.get(local));
    }

    /** The names of what is asked for in a {@code DAV:prop}. */
    public List<XmlName> names() {
        return children.stream().map(XmlNode::name).distinct().toList();
    }
}
