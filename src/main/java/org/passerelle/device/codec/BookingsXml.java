package org.passerelle.device.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.passerelle.device.codec.CodecMeeting.Call;
import org.passerelle.device.codec.CodecMeeting.MeetingWords;

/**
 * Writes the list of meetings that Cisco's codecs take at {@code /bookingsputxml}: the whole list each time, for it takes
 * the place of the one before. Whoever sits in the room reads it, so what it may not tell is left out here.
 */
final class BookingsXml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter out;
    private final String taken;

    private BookingsXml(XMLStreamWriter out, String taken) {
        this.out = out;
        this.taken = taken;
    }

    /** @param taken what stands for a title that is nobody's business */
    static byte[] of(List<CodecMeeting> meetings, String taken) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new BookingsXml(out, taken).write(meetings);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Nothing can go wrong in memory", e);
        }
        return bytes.toByteArray();
    }

    private void write(List<CodecMeeting> meetings) throws XMLStreamException {
        out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        out.writeStartElement("Bookings");
        out.writeAttribute("status", "OK");
        for (CodecMeeting meeting : meetings) {
            write(meeting);
        }
        out.writeEndElement();
        out.writeEndDocument();
    }

    private void write(CodecMeeting meeting) throws XMLStreamException {
        out.writeStartElement("Booking");
        text("Id", meeting.id());
        text("Title", meeting.words().map(MeetingWords::title).orElse(taken));
        text(
                "Agenda",
                meeting.call().flatMap(Call::pin).map(pin -> "PIN: " + pin).orElse(""));
        text("Privacy", meeting.words().isPresent() ? "Public" : "Private");
        out.writeStartElement("Organizer");
        text("FirstName", "");
        text("LastName", meeting.words().map(MeetingWords::organiser).orElse(""));
        text("Email", "");
        out.writeEndElement();
        writeTime(meeting);
        text("MaximumMeetingExtension", "0");
        text("BookingStatus", "OK");
        text("BookingStatusMessage", "");
        out.writeStartElement("Webex");
        text("Enabled", "False");
        text("MeetingNumber", "");
        text("Password", "");
        out.writeEndElement();
        text("Encryption", "BestEffort");
        text("Role", "Master");
        text("Recording", "Disabled");
        writeDialling(meeting.call());
        out.writeEndElement();
    }

    private void writeTime(CodecMeeting meeting) throws XMLStreamException {
        out.writeStartElement("Time");
        text("StartTime", moment(meeting.time().start()));
        text("StartTimeBuffer", Long.toString(meeting.joinEarly().toSeconds()));
        text("EndTime", moment(meeting.time().end()));
        text("EndTimeBuffer", "0");
        out.writeEndElement();
    }

    private void writeDialling(Optional<Call> dialled) throws XMLStreamException {
        out.writeStartElement("DialInfo");
        out.writeStartElement("Calls");
        if (dialled.isPresent()) {
            Call call = dialled.get();
            out.writeStartElement("Call");
            text("Number", call.number());
            text("Protocol", call.protocol().name());
            text("CallRate", Integer.toString(call.rate()));
            text("CallType", "Video");
            out.writeEndElement();
        }
        out.writeEndElement();
        text("ConnectMode", dialled.isPresent() ? "OBTP" : "Manual");
        out.writeEndElement();
    }

    /** An element of {@code text}, without the characters that XML 1.0 (section 2.2) has no way to write. */
    private void text(String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text.codePoints()
                .filter(BookingsXml::isWritable)
                .mapToObj(Character::toString)
                .collect(Collectors.joining()));
        out.writeEndElement();
    }

    private static boolean isWritable(int character) {
        return character == '\t'
                || character == '\n'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }

    private static String moment(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }
}
