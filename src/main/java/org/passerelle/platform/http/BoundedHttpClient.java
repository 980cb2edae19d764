package org.passerelle.platform.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.work.WorkTimer;

/**
 * Asks servers of others by HTTP, within bounds on every line, on the number of lines, on the bytes of a body, on silence and
 * on the whole time. Follows no redirect, repeats nothing, unpacks nothing and keeps neither cookies nor connections. Each
 * exchange has a client of its own, for Apache's shuts itself when an {@code Error} passes through it: so whatever one server
 * does, the next one can be asked.
 */
public final class BoundedHttpClient {

    private static final int PIECE = 16 * 1024;

    /** Ends exchanges that take too long; one for all of them, since ending one is quickly done. */
    private static final WorkTimer ENDS = new WorkTimer("exchange-timer");

    private final ExchangeLimits limits;
    private final HttpClientFactory clients;
    private final Set<HttpUriRequestBase> underway = ConcurrentHashMap.newKeySet();

    /** Asks any server, trusting the usual authorities. */
    public BoundedHttpClient(ExchangeLimits limits) {
        this(limits, new PublicAddresses(true));
    }

    /** Asks servers at {@code addresses}, and connects to exactly those that were found there. */
    public BoundedHttpClient(ExchangeLimits limits, PublicAddresses addresses) {
        this(limits, addresses, CertificateTrust.usual());
    }

    public BoundedHttpClient(ExchangeLimits limits, PublicAddresses addresses, CertificateTrust trust) {
        this.limits = limits;
        this.clients = new HttpClientFactory(limits, addresses, trust);
    }

    /**
     * Asks, and waits for the whole answer until {@code deadline}.
     *
     * @throws UnusableAddress if nobody can be asked at the address of {@code asked}
     * @throws AnswerTooLarge if the answer is beyond the bounds
     * @throws AnswerTooSlow if it does not come in time
     * @throws PublicAddresses.PrivateAddress if the host must not be asked
     * @throws IOException if it does not come for another reason
     */
    public ServerAnswer send(OutboundRequest asked, Deadline deadline) throws IOException {
        HttpUriRequestBase request = request(asked);
        CloseableHttpClient http = clients.fresh();
        Future<?> end = ENDS.after(Duration.ofNanos(deadline.nanosLeft()), request::cancel);
        underway.add(request);
        try {
            return http.execute(request, response -> answer(request, response));
        } catch (Unread e) {
            return e.answer;
        } catch (MessageConstraintException e) {
            throw new AnswerTooLarge("A head of more than is read");
        } catch (SocketTimeoutException e) {
            throw new AnswerTooSlow(e);
        } catch (IOException e) {
            throw deadline.isOver() ? new AnswerTooSlow(e) : e;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new IOException("An answer that makes no sense", e);
        } finally {
            end.cancel(false);
            underway.remove(request);
            http.close(CloseMode.IMMEDIATE);
        }
    }

    /** Breaks off what is being asked; whoever waits for it is told that it did not come. */
    public void breakOff() {
        underway.forEach(HttpUriRequestBase::cancel);
    }

    private static HttpUriRequestBase request(OutboundRequest asked) throws UnusableAddress {
        try {
            HttpUriRequestBase request = new HttpUriRequestBase(asked.method(), asked.address());
            asked.headers().forEach(request::setHeader);
            asked.body()
                    .ifPresent(body ->
                            request.setEntity(new ByteArrayEntity(body.bytes(), ContentType.parse(body.mediaType()))));
            return request;
        } catch (IllegalArgumentException e) {
            throw new UnusableAddress(e);
        }
    }

    /** An answer of which no more is wanted; as an exception, it keeps the client from reading the rest. */
    private static final class Unread extends IOException {

        private static final long serialVersionUID = 1;

        private final transient ServerAnswer answer;

        Unread(ServerAnswer answer) {
            this.answer = answer;
        }
    }

    private ServerAnswer answer(HttpUriRequestBase request, ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return answer(response, new byte[0]);
        }
        try {
            if (limits.largest() == 0 || response.getCode() < 200 || response.getCode() >= 300) {
                throw new Unread(answer(response, new byte[0]));
            }
            return answer(response, body(entity));
        } catch (IOException e) {
            request.cancel(); // or closing it would read all that the server still sends
            throw e;
        }
    }

    private byte[] body(HttpEntity entity) throws IOException {
        if (entity.getContentLength() > limits.largest()) {
            throw tooLarge();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InputStream in = entity.getContent();
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            bytes.write(piece, 0, read);
            if (bytes.size() > limits.largest()) {
                throw tooLarge();
            }
        }
        return bytes.toByteArray();
    }

    private AnswerTooLarge tooLarge() {
        return new AnswerTooLarge("A body of more than " + limits.largest() + " bytes");
    }

    private static ServerAnswer answer(ClassicHttpResponse response, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            if (header.getValue() != null) {
                headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
            }
        }
        return new ServerAnswer(response.getCode(), headers, body, charset(headers.get("content-type")));
    }

    private static String charset(@Nullable String mediaType) {
        return Optional.ofNullable(ContentType.parseLenient(mediaType))
                .map(ContentType::getCharset)
                .map(Charset::name)
                .orElse("");
    }
}
