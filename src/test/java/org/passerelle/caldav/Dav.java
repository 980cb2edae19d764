package org.passerelle.caldav;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.TestClient;
import org.passerelle.caldav.xml.DavXmlReader;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.caldav.xml.XmlNode;

/** A calendar program, for tests: it sends what programs send, and reads the XML of answers. */
final class Dav {

    static final String NAMESPACES = " xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'"
            + " xmlns:CS='http://calendarserver.org/ns/' xmlns:A='http://apple.com/ns/ical/'";

    private final TestClient client;

    Dav(TestClient client) {
        this.client = client;
    }

    Dav with(String header, String value) {
        return new Dav(client.with(header, value));
    }

    HttpResponse<String> send(String method, String path, String body) {
        return client.send(method, path, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    /** @param properties as elements, such as {@code <D:getetag/>} */
    XmlNode propfind(String path, int depth, String properties) {
        return multiStatus(with("Depth", Integer.toString(depth))
                .send(
                        "PROPFIND",
                        path,
                        "<D:propfind" + NAMESPACES + "><D:prop>" + properties + "</D:prop></D:propfind>"));
    }

    XmlNode report(String path, String body) {
        return multiStatus(with("Depth", "1").send("REPORT", path, body));
    }

    /** A report whose element declares the usual prefixes. */
    static String body(String name, String content) {
        return "<?xml version='1.0' encoding='utf-8'?><" + name + NAMESPACES + ">" + content + "</" + name + ">";
    }

    static XmlNode xml(HttpResponse<String> response) {
        return DavXmlReader.read(response.body().getBytes(StandardCharsets.UTF_8));
    }

    private static XmlNode multiStatus(HttpResponse<String> response) {
        if (response.statusCode() != 207) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return xml(response);
    }

    /** The response elements by their hrefs. */
    record Responses(Map<String, XmlNode> byHref) {

        /** The one for {@code href}, which has to be there. */
        XmlNode get(String href) {
            return Optional.ofNullable(byHref.get(href))
                    .orElseThrow(() -> new AssertionError("Nothing of " + href + " in " + byHref.keySet()));
        }

        Set<String> keySet() {
            return byHref.keySet();
        }
    }

    static Responses responses(XmlNode multiStatus) {
        Map<String, XmlNode> found = new LinkedHashMap<>();
        multiStatus.all(XmlName.dav("response")).forEach(each -> found.put(each.textOf(XmlName.dav("href")), each));
        return new Responses(found);
    }

    /** The property in the propstat of 200, if it is there. */
    static Optional<XmlNode> property(XmlNode response, XmlName name) {
        return properties(response, "200").stream()
                .filter(each -> each.is(name))
                .findFirst();
    }

    static List<XmlNode> properties(XmlNode response, String status) {
        return response.all(XmlName.dav("propstat"))
                .filter(each -> each.textOf(XmlName.dav("status")).contains(" " + status + " "))
                .flatMap(each -> each.all(XmlName.dav("prop")))
                .flatMap(prop -> prop.children().stream())
                .toList();
    }

    static String href(XmlNode property) {
        return property.textOf(XmlName.dav("href"));
    }

    /** What {@code CALDAV:calendar-data} says, by href. */
    static Map<String, String> data(XmlNode multiStatus) {
        Map<String, String> found = new LinkedHashMap<>();
        responses(multiStatus)
                .byHref()
                .forEach((href, response) -> property(response, XmlName.caldav("calendar-data"))
                        .ifPresent(data -> found.put(href, data.text())));
        return found;
    }

    /** Where the calendars of whoever this is are, found as programs find it. */
    String home() {
        String principal = href(property(
                        responses(propfind("/dav/", 0, "<D:current-user-principal/>"))
                                .get("/dav/"),
                        XmlName.dav("current-user-principal"))
                .orElseThrow());
        return href(property(
                        responses(propfind(principal, 0, "<C:calendar-home-set/>"))
                                .get(principal),
                        XmlName.caldav("calendar-home-set"))
                .orElseThrow());
    }
}
