package org.passerelle.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.passerelle.platform.net.ClientAddress;
import org.passerelle.platform.net.TrustedProxies;
import org.passerelle.security.origin.UnsaidProtocol;

/**
 * Believes {@code X-Forwarded-For}, {@code -Proto}, {@code -Host} and {@code -Port} of trusted proxies, before anything else
 * looks at the request; from others they say nothing. Where several proxies appended a value the last one counts, which no
 * client wrote. {@code Forwarded} (RFC 7239) is not read.
 */
final class ForwardedHeaders extends ValveBase {

    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(?::(\\d{1,5}))?");

    private final TrustedProxies proxies;
    private final UnsaidProtocol unsaid;

    ForwardedHeaders(TrustedProxies proxies, UnsaidProtocol unsaid) {
        super(true);
        this.proxies = proxies;
        this.unsaid = unsaid;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        ClientAddress peer = ClientAddress.of(String.valueOf(request.getPeerAddr()));
        if (proxies.trust(peer)) {
            List<String> forwardedFor = Collections.list(request.getHeaders("X-Forwarded-For"));
            String client = proxies.clientOf(peer, forwardedFor).text();
            request.setRemoteAddr(client);
            request.setRemoteHost(client);
            Optional<String> protocol = last(request, "X-Forwarded-Proto").filter(ForwardedHeaders::isProtocol);
            protocol.ifPresent(known -> arrivedBy(request, known));
            // Whoever asks from the same machine for itself passes nothing on.
            if (!forwardedFor.isEmpty()) {
                unsaid.passedOn(protocol.isPresent());
            }
            last(request, "X-Forwarded-Host").ifPresent(host -> meant(request, host));
            last(request, "X-Forwarded-Port").flatMap(ForwardedHeaders::port).ifPresent(request::setServerPort);
        }
        getNext().invoke(request, response);
    }

    private static void arrivedBy(Request request, String protocol) {
        boolean secure = protocol.equalsIgnoreCase("https");
        request.setSecure(secure);
        request.getCoyoteRequest().scheme().setString(secure ? "https" : "http");
        request.setServerPort(secure ? 443 : 80);
    }

    private static boolean isProtocol(String word) {
        return word.equalsIgnoreCase("https") || word.equalsIgnoreCase("http");
    }

    private static void meant(Request request, String host) {
        Matcher parts = HOST.matcher(host);
        if (parts.matches()) {
            request.getCoyoteRequest().serverName().setString(parts.group(1));
            Optional.ofNullable(parts.group(2)).flatMap(ForwardedHeaders::port).ifPresent(request::setServerPort);
        }
    }

    private static Optional<Integer> port(String text) {
        return text.matches("\\d{1,5}")
                ? Optional.of(Integer.valueOf(text)).filter(port -> port < 65_536)
                : Optional.empty();
    }

    private static Optional<String> last(Request request, String header) {
        List<String> values = Collections.list(request.getHeaders(header));
        String all = String.join(",", values);
        return Optional.of(all.substring(all.lastIndexOf(',') + 1).strip()).filter(value -> !value.isEmpty());
    }
}
