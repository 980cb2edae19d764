package org.passerelle.device.sip;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.passerelle.directory.SipAddress;
import org.passerelle.platform.digest.Digests;

/**
 * The question whether somebody is there and what they can do (RFC 3261 section 11.1). It opens no dialog, rings nowhere and
 * is answered as a call would be.
 *
 * @param from where we are, as the one who is asked sees it
 * @param mark random, by which the answer is known again
 */
record OptionsRequest(SipAddress to, InetSocketAddress from, String mark) {

    private static final String LINE_END = "\r\n";

    static OptionsRequest fresh(SipAddress to, InetSocketAddress from) {
        return new OptionsRequest(to, from, new BigInteger(1, Digests.randomBytes(12)).toString(36));
    }

    String callId() {
        return mark + "@" + host();
    }

    byte[] bytes() {
        String us = host() + ":" + from.getPort();
        String aor = to.user() + "@" + to.host();
        String text = String.join(
                LINE_END,
                "OPTIONS sip:" + to + " SIP/2.0",
                "Via: SIP/2.0/" + to.transport() + " " + us + ";branch=z9hG4bK" + mark + ";rport",
                "Max-Forwards: 70",
                "From: <sip:passerelle@" + host() + ">;tag=" + mark,
                "To: <sip:" + aor + ">",
                "Call-ID: " + callId(),
                "CSeq: 1 OPTIONS",
                "Contact: <sip:passerelle@" + us + ">",
                "Accept: application/sdp",
                "User-Agent: Passerelle",
                "Content-Length: 0",
                "",
                "");
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private String host() {
        String address = from.getAddress().getHostAddress();
        return from.getAddress() instanceof Inet6Address ? "[" + address.replaceFirst("%.*", "") + "]" : address;
    }
}
