package org.passerelle.calendar.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.passerelle.calendar.imports.Fetched.Tag;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Fetches calendars over HTTP from strangers: with a limit on time, size and redirects, each of which is looked at like
 * the first address. Apache's client is used because it connects to the very addresses that were looked at. Made at the first
 * fetch, as it reads the trusted certificates.
 */
@Lazy
@Component
class CalendarFetching implements DisposableBean {

    private static final int MOST_REDIRECTS = 5;
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout SILENCE = Timeout.ofSeconds(10);
    private static final int PIECE = 16 * 1024;

    private final ImportSettings settings;
    private final CloseableHttpClient http;

    CalendarFetching(ImportSettings settings) {
        this.settings = settings;
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicAddresses(settings.allowPrivateAddresses()))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .build())
                        .setDefaultSocketConfig(
                                SocketConfig.custom().setSoTimeout(SILENCE).build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(SILENCE).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Passerelle")
                .build();
    }

    /** Where the next answer is, or the last one. */
    private sealed interface Step {

        record Onwards(URI to) implements Step {}

        record Arrived(Fetched fetched) implements Step {}
    }

    /** The calendar at {@code address}, unless it is as it was when {@code known} was sent with it. */
    Fetched fetch(URI address, Tag known) {
        long deadline = System.nanoTime() + settings.timeLimit().toNanos();
        URI next = address;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            Step step = step(next, known, deadline);
            if (step instanceof Step.Arrived arrived) {
                return arrived.fetched();
            }
            next = ((Step.Onwards) step).to();
        }
        return new Fetched.Failed(ImportFailure.TOO_MANY_REDIRECTS);
    }

    private Step step(URI address, Tag known, long deadline) {
        HttpGet request = new HttpGet(address);
        request.setHeader("Accept", "text/calendar, text/plain;q=0.5, */*;q=0.1");
        known.etag().ifPresent(etag -> request.setHeader("If-None-Match", etag));
        known.lastModified().ifPresent(date -> request.setHeader("If-Modified-Since", date));
        long left = deadline - System.nanoTime();
        CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS).execute(request::abort);
        try {
            return http.execute(request, response -> step(address, response));
        } catch (GivenUp e) {
            return failed(e.why);
        } catch (PublicAddresses.PrivateAddress e) {
            return failed(ImportFailure.PRIVATE_ADDRESS);
        } catch (SocketTimeoutException e) {
            return failed(ImportFailure.TOO_SLOW);
        } catch (IOException e) {
            return failed(System.nanoTime() < deadline ? ImportFailure.UNREACHABLE : ImportFailure.TOO_SLOW);
        }
    }

    private Step step(URI address, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (status == 304) {
            return new Step.Arrived(new Fetched.Unchanged());
        }
        if (status >= 300 && status < 400) {
            return onwards(address, response);
        }
        HttpEntity entity = response.getEntity();
        if (status != 200 || entity == null) {
            throw new GivenUp(ImportFailure.REFUSED);
        }
        return read(response, entity);
    }

    private static Step onwards(URI address, ClassicHttpResponse response) {
        try {
            URI to = address.resolve(new URI(header(response, "Location").orElse("")));
            return new Step.Onwards(URI.create(ImportSource.url(to.toString()).value()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return failed(ImportFailure.TOO_MANY_REDIRECTS);
        }
    }

    /** Closes no stream, for that would read the rest of it; the client drops the connection instead. */
    private Step read(ClassicHttpResponse response, HttpEntity entity) throws IOException {
        long largest = settings.largest().toBytes();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InputStream in = entity.getContent();
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            bytes.write(piece, 0, read);
            if (bytes.size() > largest) {
                throw new GivenUp(ImportFailure.TOO_LARGE);
            }
        }
        return new Step.Arrived(new Fetched.Calendar(
                bytes.toByteArray(),
                charset(entity),
                new Tag(header(response, "ETag"), header(response, "Last-Modified"))));
    }

    /** Ends a fetch in the middle. */
    private static final class GivenUp extends IOException {

        private static final long serialVersionUID = 1;

        private final ImportFailure why;

        GivenUp(ImportFailure why) {
            super(why.name());
            this.why = why;
        }
    }

    private static String charset(HttpEntity entity) {
        return Optional.ofNullable(ContentType.parseLenient(entity.getContentType()))
                .map(ContentType::getCharset)
                .map(Charset::name)
                .orElse("");
    }

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name))
                .map(Header::getValue)
                .filter(value -> value.length() <= 1_000);
    }

    private static Step failed(ImportFailure why) {
        return new Step.Arrived(new Fetched.Failed(why));
    }

    @Override
    public void destroy() throws IOException {
        http.close(CloseMode.IMMEDIATE);
    }
}
