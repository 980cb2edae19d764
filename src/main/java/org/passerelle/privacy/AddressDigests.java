package org.passerelle.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.EmailAddress;
import org.passerelle.platform.StoredKey;
import org.passerelle.platform.digest.Digests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Names for addresses that only the key of the installation makes, so that nobody who has no such key can try addresses out. */
@Component
class AddressDigests {

    /** Of a digest: 128 bits. */
    private static final int BYTES = 16;

    /** Addresses within a text; one more letter at an end is another address, and does no harm. */
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

    private final Supplier<byte[]> key;

    @Autowired
    AddressDigests(MongoOperations mongo) {
        this(new StoredKey(mongo, "erased"));
    }

    AddressDigests(Supplier<byte[]> key) {
        this.key = key;
    }

    String of(String address) {
        byte[] digest = Digests.hmac(key.get(), address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
    }

    /** Those addresses in {@code texts} that one of {@code digests} names. Works them all out: slow. */
    Set<EmailAddress> found(Set<String> digests, Stream<String> texts) {
        return texts.filter(text -> text.indexOf('@') >= 0)
                .flatMap(text -> ADDRESS.matcher(text).results().map(found -> found.group()))
                .map(address -> address.toLowerCase(Locale.ROOT))
                .distinct()
                .filter(address -> digests.contains(of(address)))
                .flatMap(address -> EmailAddress.parse(address).stream())
                .collect(Collectors.toSet());
    }
}
