package org.passerelle.conference.jitsi;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.passerelle.conference.ConferenceParticipant;

/** What Jitsi's page lets people do, by its own names: it refuses a token that holds any other. */
final class Features {

    static final Set<String> KNOWN = Set.of(
            "branding",
            "calendar",
            "create-polls",
            "file-upload",
            "flip",
            "inbound-call",
            "livestreaming",
            "lobby",
            "moderation",
            "outbound-call",
            "recording",
            "room",
            "screen-sharing",
            "send-groupchat",
            "list-visitors",
            "sip-inbound-call",
            "sip-outbound-call",
            "transcription");

    /** What leaves the room, or costs money, is off unless it was allowed. */
    private static final Set<String> OFF =
            Set.of("recording", "livestreaming", "transcription", "outbound-call", "sip-outbound-call");

    private Features() {}

    static Map<String, Boolean> of(ConferenceParticipant.ParticipantRole part, Set<String> hostFeatures) {
        Map<String, Boolean> features = new TreeMap<>();
        OFF.forEach(feature -> features.put(feature, false));
        hostFeatures.forEach(feature -> features.put(feature, part.isHost()));
        return features;
    }
}
