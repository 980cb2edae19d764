package org.passerelle.directory;

import java.util.List;
import java.util.Optional;

/**
 * How a room enters a video conference.
 *
 * @param methods what it speaks: {@code WEB, SIP, H323, PSTN}; empty for a room without any device
 * @param callRate the most it sends and receives in one call, in kbit/s
 * @param codec what can be told of coming meetings, if anything
 */
public record Endpoint(List<String> methods, Addresses addresses, int callRate, Optional<Codec> codec) {

    public static final String WEB = "WEB";
    public static final String SIP = "SIP";
    public static final String H323 = "H323";
    public static final String PSTN = "PSTN";

    /** Every method there is. */
    public static final List<String> METHODS = List.of(WEB, SIP, H323, PSTN);

    /** What holds where the directory says nothing else, in kbit/s. */
    public static final int USUAL_CALL_RATE = 2_000;

    /** @throws IllegalArgumentException if it has an address of a method it does not speak, or no call rate */
    public Endpoint {
        methods = List.copyOf(methods);
        if (!methods.containsAll(addresses.methods())) {
            throw new IllegalArgumentException("An address of a method that is not spoken");
        }
        if (callRate < 1) {
            throw new IllegalArgumentException("A call rate is positive");
        }
    }

    /** Where the device itself is called; nothing for the web, where it is the room that comes. */
    public record Addresses(Optional<SipAddress> sip, Optional<String> h323, Optional<String> phone) {

        public static final Addresses NONE = new Addresses(Optional.empty(), Optional.empty(), Optional.empty());

        /** The methods that have an address. */
        public List<String> methods() {
            return METHODS.stream().filter(method -> of(method).isPresent()).toList();
        }

        /** As people write it. */
        public Optional<String> of(String method) {
            return switch (method) {
                case SIP -> sip.map(SipAddress::toString);
                case H323 -> h323;
                case PSTN -> phone;
                default -> Optional.empty();
            };
        }
    }

    /** A device of which only the methods are known. */
    public static Endpoint speaking(List<String> methods) {
        return new Endpoint(methods, Addresses.NONE, USUAL_CALL_RATE, Optional.empty());
    }

    public boolean speaks(String method) {
        return methods.contains(method);
    }
}
