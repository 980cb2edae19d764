package org.passerelle.mail.dkim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.passerelle.mail.dkim.DkimKeys.Found;
import org.passerelle.mail.dkim.DkimSignature.Algorithm;
import org.passerelle.mail.dkim.RawMail.Field;
import org.passerelle.platform.digest.Digests;

/**
 * Finds out whether a mail bears a valid signature of the domain it claims to come from. Others are not looked at: that
 * somebody signed a mail in somebody else's name says nothing about it.
 */
public final class DkimVerifier {

    /** What is known of who signed a mail. */
    public enum DkimVerdict {
        /** The domain of the sender did. */
        SIGNED,
        /** It did not, or not so that it can be relied on. */
        UNSIGNED,
        /** Nobody could be asked for the key; it may be found later. */
        UNSURE
    }

    /** A mail that is signed twice, by RSA and by Ed25519, is usual. */
    private static final int MOST_SIGNATURES = 2;

    private static final int MOST_HEADERS = 20;
    private static final int LONGEST_HEADER = 8_192;
    private static final Pattern SIGNATURE_VALUE = Pattern.compile("((?:^|;)\\s*b\\s*=)[^;]*");

    private final DkimKeys keys;
    private final PublicSuffixMatcher suffixes = PublicSuffixMatcherLoader.getDefault();

    DkimVerifier(DkimKeys keys) {
        this.keys = keys;
    }

    /**
     * Asks the DNS for two keys at the most.
     *
     * @param domain of the sender, as in the one From header that {@code raw} has
     */
    public DkimVerdict verify(byte[] raw, String domain, Instant now) {
        return RawMail.of(raw)
                .filter(mail -> mail.all("from").size() == 1)
                .map(mail -> verify(mail, domain, now))
                .orElse(DkimVerdict.UNSIGNED);
    }

    private DkimVerdict verify(RawMail mail, String domain, Instant now) {
        DkimVerdict verdict = DkimVerdict.UNSIGNED;
        int looked = 0;
        List<Field> headers = mail.all("dkim-signature");
        for (Field header : headers.subList(0, Math.min(headers.size(), MOST_HEADERS))) {
            Optional<DkimSignature> signature = header.text().length() > LONGEST_HEADER
                    ? Optional.empty()
                    : DkimSignature.parse(header.value(), now).filter(each -> isOf(domain, each.domain()));
            if (signature.isEmpty() || !holdsBody(mail, signature.get()) || ++looked > MOST_SIGNATURES) {
                continue;
            }
            Found found = keys.at(signature.get().selector() + "._domainkey."
                    + signature.get().domain());
            if (found.texts().stream().anyMatch(text -> isValid(mail, header, signature.get(), text))) {
                return DkimVerdict.SIGNED;
            }
            verdict = found.isSure() ? verdict : DkimVerdict.UNSURE;
        }
        return verdict;
    }

    /** Relaxed alignment (RFC 7489 section 3.1.1): both belong to the same registered domain. */
    private boolean isOf(String domain, String signer) {
        String registered = suffixes.getDomainRoot(domain);
        return signer.equals(domain) || registered != null && registered.equals(suffixes.getDomainRoot(signer));
    }

    private static boolean holdsBody(RawMail mail, DkimSignature signature) {
        byte[] body = signature.ways().body().body(mail.body());
        return Digests.same(Digests.sha256(body), signature.proof().bodyHash());
    }

    private static boolean isValid(RawMail mail, Field header, DkimSignature signature, String record) {
        Optional<DkimKey> key = DkimKey.parse(record, signature);
        if (key.isEmpty()) {
            return false;
        }
        byte[] signed = signed(mail, header, signature).getBytes(StandardCharsets.ISO_8859_1);
        boolean isRsa = signature.algorithm() == Algorithm.RSA;
        try {
            Signature check = Signature.getInstance(isRsa ? "SHA256withRSA" : "Ed25519");
            check.initVerify(key.get().key());
            // Ed25519 signs the hash (RFC 8463 section 3).
            check.update(isRsa ? signed : Digests.sha256(signed));
            return check.verify(signature.proof().signature());
        } catch (GeneralSecurityException notSigned) {
            return false;
        }
    }

    /** The fields that are covered, of those of one name the last first, then the signature itself without its value. */
    private static String signed(RawMail mail, Field header, DkimSignature signature) {
        Canonical way = signature.ways().header();
        StringBuilder text = new StringBuilder();
        Map<String, Integer> taken = new HashMap<>();
        for (String name : signature.fields()) {
            List<Field> fields = mail.all(name);
            int next = fields.size() - taken.merge(name, 1, Integer::sum);
            if (next >= 0) {
                text.append(way.field(fields.get(next).text()));
            }
        }
        int colon = header.text().indexOf(':') + 1;
        String empty = SIGNATURE_VALUE.matcher(header.text().substring(colon)).replaceFirst("$1");
        String last = way.field(header.text().substring(0, colon) + empty);
        return text.append(last.endsWith("\r\n") ? last.substring(0, last.length() - 2) : last)
                .toString();
    }
}
