package org.passerelle.caldav.xml;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the body of a request: no document type, no entities but those of XML itself, and only so deep and so much. */
public final class DavXmlReader {

    static final int DEEPEST = 32;
    /** More than the hrefs of the largest request that is answered. */
    static final int MOST_ELEMENTS = 50_000;

    private static final XMLInputFactory FACTORY = factory();

    private DavXmlReader() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    /** An element that is not closed yet. */
    private record Open(XmlName name, Map<String, String> attributes, List<XmlNode> children, StringBuilder text) {

        XmlNode closed() {
            return new XmlNode(name, attributes, children, text.toString());
        }
    }

    /** @throws UnreadableXml if it is no XML, has a document type, or is deeper or more than is taken */
    public static XmlNode read(byte[] body) {
        try {
            XMLStreamReader in = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
            try {
                return root(in);
            } finally {
                in.close();
            }
        } catch (XMLStreamException e) {
            throw new UnreadableXml("Not well-formed XML");
        }
    }

    private static XmlNode root(XMLStreamReader in) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        XmlNode root = null;
        int elements = 0;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() == DEEPEST || ++elements > MOST_ELEMENTS) {
                        throw new UnreadableXml("Too deep or too many elements");
                    }
                    open.addLast(begun(in));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.getLast().text().append(in.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlNode closed = open.removeLast().closed();
                    if (open.isEmpty()) {
                        root = closed;
                    } else {
                        open.getLast().children().add(closed);
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableXml("No document type and no entities, please");
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        if (root == null) {
            throw new UnreadableXml("No element");
        }
        return root;
    }

    private static Open begun(XMLStreamReader in) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
        XmlName name = new XmlName(Objects.requireNonNullElse(in.getNamespaceURI(), ""), in.getLocalName());
        return new Open(name, attributes, new ArrayList<>(), new StringBuilder());
    }
}
