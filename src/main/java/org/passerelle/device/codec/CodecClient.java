package org.passerelle.device.codec;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.passerelle.device.credentials.Credential;
import org.passerelle.directory.Codec;
import org.passerelle.platform.http.AnswerTooSlow;
import org.passerelle.platform.http.BoundedHttpClient;
import org.passerelle.platform.http.Deadline;
import org.passerelle.platform.http.ExchangeLimits;
import org.passerelle.platform.http.OutboundRequest;
import org.passerelle.platform.http.OutboundRequest.RequestBody;
import org.passerelle.platform.http.PublicAddresses;
import org.passerelle.platform.http.ServerAnswer;

/** Hands a codec the list of its meetings: one request, to the address that the directory names and to no other. */
final class CodecClient {

    private static final String PATH = "/bookingsputxml";
    private static final String XML = "application/xml; charset=UTF-8";
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final ExchangeLimits limits;
    private final Duration inAll;

    /**
     * @param connecting the longest that a connection may take
     * @param inAll the longest that a whole request may take
     */
    CodecClient(Duration connecting, Duration inAll) {
        this.limits = new ExchangeLimits(connecting, inAll, LONGEST_ANSWER);
        this.inAll = inAll;
    }

    /** Why the codec did not take {@code list}; empty if it did. Reads the answer to its end, so that half of one counts as none. */
    Optional<CodecFailure> put(Codec codec, Credential credential, byte[] list) {
        try {
            OutboundRequest request = OutboundRequest.post(
                            URI.create(base(codec.url()) + PATH), Optional.of(new RequestBody(list, XML)))
                    .with("Authorization", credential.basic());
            // A codec stands in the rooms' own network.
            BoundedHttpClient http =
                    new BoundedHttpClient(limits, new PublicAddresses(true), PinnedTls.of(codec.fingerprint()));
            return failure(http.send(request, Deadline.in(inAll)));
        } catch (UnknownHostException e) {
            return Optional.of(CodecFailure.UNKNOWN_HOST);
        } catch (AnswerTooSlow e) {
            return Optional.of(CodecFailure.TOO_SLOW);
        } catch (SSLException e) {
            return Optional.of(CodecFailure.CERTIFICATE);
        } catch (IOException e) {
            return Optional.of(CodecFailure.UNREACHABLE);
        }
    }

    private static String base(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static Optional<CodecFailure> failure(ServerAnswer answer) {
        return switch (answer.status()) {
            case 401, 403 -> Optional.of(CodecFailure.WRONG_CREDENTIAL);
            case 404, 405, 501 -> Optional.of(CodecFailure.NOT_SUPPORTED);
            default -> answer.isSuccess() ? Optional.empty() : Optional.of(CodecFailure.REFUSED);
        };
    }
}
