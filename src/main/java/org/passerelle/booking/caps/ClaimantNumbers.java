package org.passerelle.booking.caps;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import org.passerelle.directory.ClaimNumbers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The number by which quotas of one claimant are claimed. It stays for ever, so those that were asked for lately are remembered: by
 * no more than a bound, for there are as many claimants as there are people and rules.
 */
@Component
public class ClaimantNumbers {

    private static final int MOST_REMEMBERED = 20_000;

    private final ClaimNumbers numbers;
    private final Cache<String, Integer> known;

    @Autowired
    public ClaimantNumbers(ClaimNumbers numbers) {
        this(numbers, MOST_REMEMBERED);
    }

    ClaimantNumbers(ClaimNumbers numbers, int most) {
        this.numbers = numbers;
        this.known =
                Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    public int of(String claimant) {
        return Objects.requireNonNull(
                known.get(claimant, name -> numbers.of(name, 1).get(0)));
    }
}
