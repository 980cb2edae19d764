package org.passerelle.platform.http;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/** Makes Apache's clients, each for one exchange, with all the bounds that it knows and nothing that it does of itself. */
final class HttpClientFactory {

    private final ExchangeLimits limits;
    private final PublicAddresses addresses;
    private final CertificateTrust trust;

    HttpClientFactory(ExchangeLimits limits, PublicAddresses addresses, CertificateTrust trust) {
        this.limits = limits;
        this.addresses = addresses;
        this.trust = trust;
    }

    CloseableHttpClient fresh() {
        Timeout connect = Timeout.of(limits.connect());
        Timeout silence = Timeout.of(limits.silence());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(head())
                                .build())
                        .setDnsResolver(addresses)
                        .setTlsSocketStrategy(trust.strategy())
                        .setDefaultTlsConfig(
                                TlsConfig.custom().setHandshakeTimeout(silence).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(silence)
                                .build())
                        .setDefaultSocketConfig(
                                SocketConfig.custom().setSoTimeout(silence).build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(silence).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Passerelle")
                .build();
    }

    private static Http1Config head() {
        return Http1Config.custom()
                .setMaxHeaderCount(ExchangeLimits.MOST_HEADERS)
                .setMaxLineLength(ExchangeLimits.LONGEST_LINE)
                .build();
    }
}
