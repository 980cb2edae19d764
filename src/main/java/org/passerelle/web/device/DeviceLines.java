package org.passerelle.web.device;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.device.codec.CodecState;
import org.passerelle.device.codec.CodecUpdates;
import org.passerelle.device.sip.LineChecks;
import org.passerelle.device.sip.LineState;
import org.passerelle.device.status.DeviceStatus;
import org.passerelle.device.status.DeviceStatuses;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Endpoint;
import org.passerelle.directory.Room;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Devices in the words of their reader, times in the zone of the room's site. */
@Component
class DeviceLines {

    private final CodecUpdates codecs;
    private final LineChecks lines;
    private final DeviceStatuses standings;
    private final Directories directories;

    DeviceLines(CodecUpdates codecs, LineChecks lines, DeviceStatuses standings, Directories directories) {
        this.codecs = codecs;
        this.lines = lines;
        this.standings = standings;
        this.directories = directories;
    }

    /**
     * The device of one room.
     *
     * @param addresses where it is called
     * @param codec empty where nothing can be told of coming meetings
     * @param answering empty where nobody can be asked by SIP
     */
    record Line(
            String id,
            String name,
            List<Address> addresses,
            DeviceStatus standing,
            Optional<CodecLine> codec,
            Optional<SipLine> answering) {}

    /** @param method as {@code SIP} */
    record Address(String method, String address) {}

    /**
     * @param credential the name under which user and password are kept
     * @param told when it last took its meetings
     * @param failure the last one, while it fails
     * @param retry when it is tried again, while it fails
     */
    record CodecLine(String credential, Optional<String> told, Optional<String> failure, Optional<String> retry) {}

    /** @param verdict the last one, if it was ever asked */
    record SipLine(Optional<String> verdict, Optional<String> asked, Optional<Integer> status, boolean isBad) {}

    Line of(Room room, Locale locale) {
        Directory directory = directories.current();
        Endpoint endpoint = room.profile().endpoint();
        ZoneId zone = directory.siteOf(room).zone();
        CodecState codec = codecs.state(room.id());
        Optional<LineState> answered = lines.state(room.id());
        return new Line(
                room.id().value(),
                room.name() + " (" + directory.siteOf(room).name() + ")",
                endpoint.addresses().methods().stream()
                        .map(method -> new Address(
                                method, endpoint.addresses().of(method).orElse("")))
                        .toList(),
                standings.of(room),
                endpoint.codec().map(known -> codecLine(known.credential(), codec, zone, locale)),
                endpoint.addresses().sip().map(address -> sipLine(answered, zone, locale)));
    }

    private static CodecLine codecLine(String credential, CodecState state, ZoneId zone, Locale locale) {
        return new CodecLine(
                credential,
                state.told().map(moment -> words(moment, zone, locale)),
                state.failure()
                        .filter(last -> state.isFailing())
                        .map(last -> last.why().name()),
                state.retryAt().map(moment -> PageWords.time(moment, zone)));
    }

    private static SipLine sipLine(Optional<LineState> state, ZoneId zone, Locale locale) {
        return new SipLine(
                state.map(each -> each.verdict().name()),
                state.map(each -> words(each.asked(), zone, locale)),
                state.flatMap(LineState::status),
                state.filter(each -> !each.isGood()).isPresent());
    }

    private static String words(Instant moment, ZoneId zone, Locale locale) {
        return PageWords.shortDay(moment.atZone(zone).toLocalDate(), locale) + ", " + PageWords.time(moment, zone);
    }
}
