package org.passerelle.platform.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a server is asked. Whether the address can be asked at all is found out by asking.
 *
 * @param headers to be sent besides those that every request has
 */
public record OutboundRequest(String method, URI address, Map<String, String> headers, Optional<RequestBody> body) {

    public OutboundRequest {
        headers = Map.copyOf(headers);
    }

    /** What is sent along, with its media type. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    public record RequestBody(byte[] bytes, String mediaType) {}

    public static OutboundRequest get(URI address) {
        return new OutboundRequest("GET", address, Map.of(), Optional.empty());
    }

    public static OutboundRequest post(URI address, Optional<RequestBody> body) {
        return new OutboundRequest("POST", address, Map.of(), body);
    }

    /** The same with one header more. */
    public OutboundRequest with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new OutboundRequest(method, address, more, body);
    }
}
