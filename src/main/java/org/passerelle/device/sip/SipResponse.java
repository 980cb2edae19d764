package org.passerelle.device.sip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The head of an answer (RFC 3261 section 7.2), as far as a question needs it. */
record SipResponse(int status, String callId, String sequence) {

    private static final Pattern STATUS_LINE =
            Pattern.compile("SIP/2\\.0 ([1-6][0-9]{2})( .*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_ENDS = Pattern.compile("\r?\n");

    /** Empty if it is no answer by SIP. */
    static Optional<SipResponse> parse(byte[] bytes) {
        String[] lines = LINE_ENDS.split(new String(bytes, StandardCharsets.UTF_8), -1);
        Matcher first = STATUS_LINE.matcher(lines[0]);
        return first.matches()
                ? Optional.of(new SipResponse(
                        Integer.parseInt(first.group(1)), header(lines, "call-id", "i"), header(lines, "cseq", "cseq")))
                : Optional.empty();
    }

    /** A header by its name or the short form of that (section 7.3.3); empty if there is none. */
    private static String header(String[] lines, String name, String shortName) {
        return Arrays.stream(lines)
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> {
                    String key = line.substring(0, Math.max(line.indexOf(':'), 0))
                            .strip()
                            .toLowerCase(Locale.ROOT);
                    return key.equals(name) || key.equals(shortName);
                })
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("");
    }

    boolean answers(OptionsRequest request) {
        return callId.equals(request.callId())
                && sequence.replaceAll("\\s+", " ").equalsIgnoreCase("1 OPTIONS");
    }

    /** Whether more is to come. */
    boolean isProvisional() {
        return status < 200;
    }
}
