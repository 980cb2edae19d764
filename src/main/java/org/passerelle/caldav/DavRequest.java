package org.passerelle.caldav;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.caldav.resource.DavPath;
import org.passerelle.caldav.resource.DavRefused;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.caldav.xml.DavXmlReader;
import org.passerelle.caldav.xml.UnreadableXml;
import org.passerelle.caldav.xml.XmlNode;

/**
 * A request of a calendar program.
 *
 * @param path empty where nothing can be
 */
record DavRequest(HttpServletRequest http, DavViewer viewer, Optional<DavPath> path) {

    /** How deep a PROPFIND looks (RFC 4918 section 10.2). */
    enum Depth {
        ZERO,
        ONE,
        INFINITY
    }

    String method() {
        return http.getMethod();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(http.getHeader(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** What old programs leave out means the members too, and no more. */
    Depth depth() {
        return switch (header("Depth").orElse("1").toLowerCase(Locale.ROOT)) {
            case "0" -> Depth.ZERO;
            case "1" -> Depth.ONE;
            case "infinity" -> Depth.INFINITY;
            default -> throw DavRefused.status(400);
        };
    }

    /** Whether what is not there is to be left out; Apple says it in two ways of its own. */
    boolean wantsMinimum() {
        boolean isPreferred = header("Prefer")
                .map(value -> value.toLowerCase(Locale.ROOT))
                .filter(value -> value.contains("return=minimal") || value.contains("return-minimal"))
                .isPresent();
        return isPreferred
                || header("Brief").filter(value -> value.equalsIgnoreCase("t")).isPresent();
    }

    /** Whether an answer to a write is to bring what is there now (RFC 8144 section 3). */
    boolean wantsRepresentation() {
        return header("Prefer")
                .filter(value -> value.toLowerCase(Locale.ROOT).contains("return=representation"))
                .isPresent();
    }

    byte[] body() throws IOException {
        return http.getInputStream().readAllBytes();
    }

    /**
     * The body as XML; empty if there is none.
     *
     * @throws DavRefused if it is something else
     */
    Optional<XmlNode> xml() throws IOException {
        byte[] body = body();
        try {
            return body.length == 0 ? Optional.empty() : Optional.of(DavXmlReader.read(body));
        } catch (UnreadableXml e) {
            throw DavRefused.status(400);
        }
    }
}
