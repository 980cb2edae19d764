package org.passerelle.device.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A list of bookings as a codec reads it. Reading fails unless every booking has exactly the elements that codecs are known to
 * take, in their order, and values of the kinds they take.
 */
public final class PutList {

    private static final List<String> BOOKING = List.of(
            "Id",
            "Title",
            "Agenda",
            "Privacy",
            "Organizer",
            "Time",
            "MaximumMeetingExtension",
            "BookingStatus",
            "BookingStatusMessage",
            "Webex",
            "Encryption",
            "Role",
            "Recording",
            "DialInfo");

    private final List<Element> bookings;

    private PutList(List<Element> bookings) {
        this.bookings = bookings;
    }

    static PutList parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
            Element root = document.getDocumentElement();
            assertThat(root.getTagName()).isEqualTo("Bookings");
            assertThat(root.getAttribute("status")).isEqualTo("OK");
            List<Element> bookings = children(root);
            assertThat(bookings).allSatisfy(PutList::check);
            assertThat(bookings).extracting(each -> text(each, "Id")).doesNotHaveDuplicates();
            return new PutList(bookings);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("No XML", e);
        }
    }

    private static void check(Element booking) {
        assertThat(names(booking)).isEqualTo(BOOKING);
        assertThat(text(booking, "Id")).hasSizeBetween(1, 128);
        assertThat(text(booking, "Privacy")).isIn("Public", "Private");
        assertThat(names(one(booking, "Organizer"))).containsExactly("FirstName", "LastName", "Email");
        Element time = one(booking, "Time");
        assertThat(names(time)).containsExactly("StartTime", "StartTimeBuffer", "EndTime", "EndTimeBuffer");
        assertThat(text(time, "StartTime")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(Instant.parse(text(time, "StartTime"))).isBefore(Instant.parse(text(time, "EndTime")));
        assertThat(Integer.parseInt(text(time, "StartTimeBuffer"))).isNotNegative();
        assertThat(text(booking, "BookingStatus")).isEqualTo("OK");
        assertThat(names(one(booking, "Webex"))).containsExactly("Enabled", "MeetingNumber", "Password");
        Element dialling = one(booking, "DialInfo");
        assertThat(names(dialling)).containsExactly("Calls", "ConnectMode");
        List<Element> calls = children(one(dialling, "Calls"));
        assertThat(text(dialling, "ConnectMode")).isEqualTo(calls.isEmpty() ? "Manual" : "OBTP");
        assertThat(calls).allSatisfy(call -> {
            assertThat(names(call)).containsExactly("Number", "Protocol", "CallRate", "CallType");
            assertThat(text(call, "Number")).isNotBlank();
            assertThat(text(call, "Protocol")).isIn("SIP", "H323");
            assertThat(Integer.parseInt(text(call, "CallRate"))).isPositive();
        });
    }

    /** What is behind an element of that name in each booking, however deep; empty text where there is none. */
    public List<String> all(String element) {
        return bookings.stream().map(each -> text(each, element)).toList();
    }

    public int size() {
        return bookings.size();
    }

    private static String text(Element within, String name) {
        NodeList found = within.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    private static Element one(Element within, String name) {
        return (Element) within.getElementsByTagName(name).item(0);
    }

    private static List<String> names(Element element) {
        return children(element).stream().map(Element::getTagName).toList();
    }

    private static List<Element> children(Element element) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = element.getChildNodes();
        IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .forEach(node -> found.add((Element) node));
        return found;
    }
}
