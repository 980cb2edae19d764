package org.passerelle.mail.dkim;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A DKIM-Signature header (RFC 6376 section 3.5) of a kind that is worth verifying. One that covers only the beginning of a
 * body ({@code l=}) is none, for anybody could write the rest; nor is one with SHA-1 (RFC 8301), or one that does not cover
 * the From header.
 *
 * @param domain whose key it is, in lower case
 * @param ofSubdomain whether it speaks for a domain below that
 * @param ways how header and body are written before they are signed
 * @param fields that it covers, in lower case
 * @param proof the signature and the hash of the body; not to be changed
 */
record DkimSignature(
        Algorithm algorithm,
        String domain,
        String selector,
        boolean ofSubdomain,
        Ways ways,
        List<String> fields,
        Proof proof) {

    enum Algorithm {
        RSA("rsa"),
        ED25519("ed25519");

        final String keyType;

        Algorithm(String keyType) {
            this.keyType = keyType;
        }
    }

    record Ways(Canonical header, Canonical body) {}

    record Proof(byte[] signature, byte[] bodyHash) {}

    private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
    private static final int LONGEST_NAME = 200;
    private static final int MOST_FIELDS = 200;

    DkimSignature {
        fields = List.copyOf(fields);
    }

    /** Empty if it is none, or has run out at {@code now}. */
    static Optional<DkimSignature> parse(String value, Instant now) {
        return Tags.parse(value)
                .filter(tags -> tags.packed("v").equals("1"))
                .filter(tags -> tags.get("l").isEmpty())
                .filter(tags -> tags.get("q").isEmpty() || tags.list("q").contains("dns/txt"))
                .filter(tags -> isValidAt(tags, now))
                .flatMap(DkimSignature::of);
    }

    private static Optional<DkimSignature> of(Tags tags) {
        Optional<Algorithm> algorithm = switch (tags.packed("a")) {
            case "rsa-sha256" -> Optional.of(Algorithm.RSA);
            case "ed25519-sha256" -> Optional.of(Algorithm.ED25519);
            default -> Optional.empty();
        };
        String domain = tags.packed("d").toLowerCase(Locale.ROOT);
        String selector = tags.packed("s").toLowerCase(Locale.ROOT);
        String identity = tags.packed("i").toLowerCase(Locale.ROOT);
        String speaksFor = identity.isEmpty() ? domain : identity.substring(identity.lastIndexOf('@') + 1);
        List<String> fields = tags.list("h").stream()
                .map(field -> field.toLowerCase(Locale.ROOT))
                .toList();
        boolean isSound = isName(domain)
                && domain.contains(".")
                && isName(selector)
                && (speaksFor.equals(domain) || speaksFor.endsWith("." + domain))
                && fields.contains("from")
                && fields.size() <= MOST_FIELDS;
        Optional<Ways> ways = ways(tags.packed("c"));
        Optional<Proof> proof = proof(tags);
        if (!isSound || algorithm.isEmpty() || ways.isEmpty() || proof.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DkimSignature(
                algorithm.get(), domain, selector, !speaksFor.equals(domain), ways.get(), fields, proof.get()));
    }

    private static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && NAME.matcher(text).matches();
    }

    /** Honours {@code x=}, which must lie after {@code t=}. */
    private static boolean isValidAt(Tags tags, Instant now) {
        if (tags.get("x").isEmpty()) {
            return true;
        }
        try {
            long expiry = Long.parseLong(tags.packed("x"));
            long signed = tags.get("t").isEmpty() ? 0 : Long.parseLong(tags.packed("t"));
            return expiry > signed && now.getEpochSecond() <= expiry;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Simple where nothing is said (section 3.5, {@code c=}). */
    private static Optional<Ways> ways(String text) {
        String[] parts = text.isEmpty() ? new String[] {"simple"} : text.split("/", 2);
        Optional<Canonical> header = Canonical.parse(parts[0]);
        Optional<Canonical> body = Canonical.parse(parts.length > 1 ? parts[1] : "simple");
        return header.flatMap(one -> body.map(other -> new Ways(one, other)));
    }

    private static Optional<Proof> proof(Tags tags) {
        try {
            byte[] signature = Base64.getDecoder().decode(tags.packed("b"));
            byte[] hash = Base64.getDecoder().decode(tags.packed("bh"));
            return Optional.of(new Proof(signature, hash)).filter(proof -> signature.length > 0 && hash.length > 0);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
