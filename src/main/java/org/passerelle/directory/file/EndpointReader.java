package org.passerelle.directory.file;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.passerelle.directory.Codec;
import org.passerelle.directory.Endpoint;
import org.passerelle.directory.Endpoint.Addresses;
import org.passerelle.directory.SipAddress;

/** Reads how a room enters a video conference: {@code joinMethods}, and {@code endpoint:} with its addresses. */
final class EndpointReader {

    static final String METHODS = "joinMethods";
    static final String KEY = "endpoint";

    private static final int LEAST_RATE = 64;
    private static final int MOST_RATE = 100_000;
    private static final URI NOWHERE = URI.create("https://codec.invalid");
    private static final Pattern H323 = Pattern.compile("[A-Za-z0-9.:@#*+_-]{1,128}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]{2,30}");

    private EndpointReader() {}

    static Endpoint read(FileFields room) {
        List<String> methods = room.list(METHODS, Conversions.oneOf(Endpoint.METHODS), Endpoint.METHODS.size());
        return room.section(KEY).map(endpoint -> read(endpoint, methods)).orElseGet(() -> Endpoint.speaking(methods));
    }

    private static Endpoint read(FileFields endpoint, List<String> methods) {
        endpoint.allowing("sip", "h323", "phone", "callRate", "codec");
        return new Endpoint(
                methods,
                new Addresses(
                        address(endpoint, "sip", Endpoint.SIP, methods, EndpointReader::sip),
                        address(endpoint, "h323", Endpoint.H323, methods, EndpointReader::h323),
                        address(endpoint, "phone", Endpoint.PSTN, methods, EndpointReader::phone)),
                endpoint.optional("callRate", Conversions.wholeNumber(LEAST_RATE, MOST_RATE), Endpoint.USUAL_CALL_RATE),
                endpoint.section("codec").map(EndpointReader::codec));
    }

    private static <T> Optional<T> address(
            FileFields endpoint, String key, String method, List<String> methods, Conversion<T> conversion) {
        if (endpoint.has(key) && !methods.contains(method)) {
            endpoint.fault(key, "address-without-method", key, METHODS, method);
            return Optional.empty();
        }
        return endpoint.optional(key, (name, text) -> Optional.of(conversion.from(name, text)), Optional.empty());
    }

    private static SipAddress sip(String key, String text) {
        try {
            return SipAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UnfitValue("no-sip-address", key, Quoted.of(text));
        }
    }

    private static String h323(String key, String text) {
        if (!H323.matcher(text).matches()) {
            throw new UnfitValue("no-h323-address", key, Quoted.of(text));
        }
        return text;
    }

    private static String phone(String key, String text) {
        if (!PHONE.matcher(text).matches()) {
            throw new UnfitValue("no-phone-number", key, Quoted.of(text));
        }
        return text;
    }

    private static Codec codec(FileFields codec) {
        codec.allowing("type", "url", "credential", "fingerprint", "showsTitles");
        return new Codec(
                codec.required("type", EndpointReader::type, Codec.Type.CISCO),
                codec.required("url", EndpointReader::url, NOWHERE),
                codec.required("credential", Conversions::slug, "none"),
                codec.optional("fingerprint", (key, text) -> Optional.of(fingerprint(key, text)), Optional.empty()),
                codec.optional("showsTitles", Conversions::yesOrNo, false));
    }

    private static Codec.Type type(String key, String text) {
        Conversions.oneOf(List.of("cisco")).from(key, text);
        return Codec.Type.CISCO;
    }

    private static URI url(String key, String text) {
        try {
            URI url = new URI(text);
            if (Codec.isAddress(url)) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw notAUrl(key, text);
        }
        throw notAUrl(key, text);
    }

    private static UnfitValue notAUrl(String key, String text) {
        return new UnfitValue("no-device-url", key, Quoted.of(text));
    }

    /** Written as browsers and {@code openssl} show it, with colons or without. */
    private static String fingerprint(String key, String text) {
        String digits = text.replace(":", "").toLowerCase(Locale.ROOT);
        if (!digits.matches("[0-9a-f]{64}")) {
            throw new UnfitValue("no-fingerprint", key, Quoted.of(text));
        }
        return digits;
    }
}
