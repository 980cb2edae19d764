package org.passerelle.suites.codec;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;
import org.passerelle.directory.Codec;
import org.passerelle.suites.secrets.Credential;

/** Hands a codec the list of its meetings: one request, to the address that the directory names and to no other. */
final class CodecDoor {

    private static final String PATH = "/bookingsputxml";
    private static final ContentType XML = ContentType.create("application/xml", "UTF-8");
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Timeout connecting;
    private final Duration inAll;

    /**
     * @param connecting the longest that a connection may take
     * @param inAll the longest that a whole request may take
     */
    CodecDoor(Duration connecting, Duration inAll) {
        this.connecting = Timeout.of(connecting);
        this.inAll = inAll;
    }

    /** Why the codec did not take {@code list}; empty if it did. */
    Optional<CodecFailure> put(Codec codec, Credential credential, byte[] list) {
        HttpPost request = new HttpPost(URI.create(base(codec.url()) + PATH));
        request.setHeader("Authorization", credential.basic());
        request.setEntity(new ByteArrayEntity(list, XML));
        try (CloseableHttpClient http = client(codec)) {
            CompletableFuture.delayedExecutor(inAll.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(request::abort);
            return http.execute(request, CodecDoor::failure);
        } catch (UnknownHostException e) {
            return Optional.of(CodecFailure.UNKNOWN_HOST);
        } catch (SSLException e) {
            return Optional.of(CodecFailure.CERTIFICATE);
        } catch (InterruptedIOException e) {
            return Optional.of(CodecFailure.TOO_SLOW);
        } catch (IOException e) {
            return Optional.of(request.isAborted() ? CodecFailure.TOO_SLOW : CodecFailure.UNREACHABLE);
        }
    }

    private CloseableHttpClient client(Codec codec) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(PinnedTls.of(codec.fingerprint()))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connecting)
                                .setSocketTimeout(Timeout.of(inAll))
                                .build())
                        .setDefaultSocketConfig(SocketConfig.custom()
                                .setSoTimeout(Timeout.of(inAll))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(inAll))
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Passerelle")
                .build();
    }

    private static String base(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** Reads the answer to its end, so that one which breaks off half way counts as none. */
    private static Optional<CodecFailure> failure(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            EntityUtils.toByteArray(entity, LONGEST_ANSWER);
        }
        int status = response.getCode();
        return switch (status) {
            case 401, 403 -> Optional.of(CodecFailure.WRONG_CREDENTIAL);
            case 404, 405, 501 -> Optional.of(CodecFailure.NOT_SUPPORTED);
            default -> status >= 200 && status < 300 ? Optional.empty() : Optional.of(CodecFailure.REFUSED);
        };
    }
}
