package org.passerelle.device.codec;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.passerelle.platform.digest.Digests;
import org.passerelle.platform.http.CertificateTrust;

/**
 * Whom a connection to a codec trusts: the usual authorities and the name of the host, or, since codecs come with certificates
 * they have signed themselves, exactly the one certificate whose fingerprint the directory names. Never everybody.
 */
final class PinnedTls {

    private PinnedTls() {}

    /** @param fingerprint SHA-256 in lower-case hexadecimal digits; empty for the usual trust */
    static CertificateTrust of(Optional<String> fingerprint) {
        return fingerprint.map(known -> new CertificateTrust(() -> only(known))).orElseGet(CertificateTrust::usual);
    }

    private static TlsSocketStrategy only(String fingerprint) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new OneCertificate(fingerprint)}, null);
            // The certificate is the identity; the name in it is the maker's.
            return new DefaultClientTlsStrategy(
                    context, HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has TLS", e);
        }
    }

    static String fingerprint(X509Certificate certificate) throws CertificateException {
        return Digests.hex(certificate.getEncoded());
    }

    /** Trusts servers with one certificate, and no clients at all. */
    private static final class OneCertificate extends X509ExtendedTrustManager {

        private final String fingerprint;

        OneCertificate(String fingerprint) {
            this.fingerprint = fingerprint;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            if (chain.length == 0 || !fingerprint(chain[0]).equals(fingerprint)) {
                throw new CertificateException("Not the certificate that the directory names");
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("Nobody is a client here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
