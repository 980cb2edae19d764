package org.passerelle.device.codec;

import java.time.Duration;
import java.util.Optional;
import org.passerelle.time.Interval;

/**
 * A coming meeting as a codec is told of it.
 *
 * @param id the same at each telling, at most 128 characters
 * @param words what the room may read of it; empty if only that it is taken
 * @param time when people meet
 * @param joinEarly how long before that the codec offers to join
 * @param call what it dials then; empty if there is nothing that it could dial
 */
record CodecMeeting(String id, Optional<MeetingWords> words, Interval time, Duration joinEarly, Optional<Call> call) {

    /** What is told, and who meets. */
    record MeetingWords(String title, String organiser) {}

    /**
     * One call.
     *
     * @param number an address of SIP, or an alias or number of H.323
     * @param rate in kbit/s
     * @param pin what people type once it is answered
     */
    record Call(String number, Protocol protocol, int rate, Optional<String> pin) {}

    /** By what a codec dials, in the words of its own interface. */
    enum Protocol {
        SIP,
        H323
    }
}
