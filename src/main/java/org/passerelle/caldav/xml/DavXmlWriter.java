package org.passerelle.caldav.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an answer as it comes, in UTF-8. Characters that XML 1.0 cannot hold are left out. */
public final class DavXmlWriter {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private static final Map<String, String> PREFIXES = Map.of(
            XmlName.DAV, "D",
            XmlName.CALDAV, "C",
            XmlName.CALENDAR_SERVER, "CS",
            XmlName.APPLE, "A",
            XmlName.OWN, "P");

    private final XMLStreamWriter out;

    /** @throws IOException if nothing can be written */
    public DavXmlWriter(OutputStream out) throws IOException {
        try {
            this.out = FACTORY.createXMLStreamWriter(out, "UTF-8");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws XMLStreamException;
    }

    private DavXmlWriter step(Step step) throws IOException {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    /** Begins the document. */
    public DavXmlWriter root(XmlName name) throws IOException {
        return step(() -> {
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement(prefix(name), name.local(), name.namespace());
            for (Map.Entry<String, String> each : PREFIXES.entrySet()) {
                out.writeNamespace(each.getValue(), each.getKey());
            }
        });
    }

    public DavXmlWriter begin(XmlName name) throws IOException {
        return step(() -> {
            String prefix = prefix(name);
            if (!prefix.isEmpty()) {
                out.writeStartElement(prefix, name.local(), name.namespace());
            } else if (name.namespace().isEmpty()) {
                out.writeStartElement(name.local());
            } else {
                out.writeStartElement("x", name.local(), name.namespace());
                out.writeNamespace("x", name.namespace());
            }
        });
    }

    public DavXmlWriter end() throws IOException {
        return step(out::writeEndElement);
    }

    public DavXmlWriter attribute(String name, String value) throws IOException {
        return step(() -> out.writeAttribute(name, fit(value)));
    }

    public DavXmlWriter text(String text) throws IOException {
        return step(() -> out.writeCharacters(fit(text)));
    }

    public DavXmlWriter empty(XmlName name) throws IOException {
        return begin(name).end();
    }

    public DavXmlWriter leaf(XmlName name, String text) throws IOException {
        return begin(name).text(text).end();
    }

    public DavXmlWriter href(String href) throws IOException {
        return leaf(XmlName.dav("href"), href);
    }

    /** Ends the document. */
    public void close() throws IOException {
        step(() -> {
            out.writeEndDocument();
            out.flush();
        });
    }

    private static String prefix(XmlName name) {
        return PREFIXES.getOrDefault(name.namespace(), "");
    }

    private static String fit(String text) {
        boolean isFit = text.codePoints().allMatch(DavXmlWriter::isFit);
        return isFit
                ? text
                : text.codePoints()
                        .filter(DavXmlWriter::isFit)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Char of XML 1.0, section 2.2. */
    private static boolean isFit(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
