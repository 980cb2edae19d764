package org.passerelle.availability.index;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.passerelle.availability.SelfCheck.CheckFindings;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.store.Occupancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the index against the database. A document that differs may just have been written, with word of it under way; so
 * it is looked at again for some time, and only then is it a difference.
 */
final class StoreComparison {

    private static final Logger LOG = LoggerFactory.getLogger(StoreComparison.class);
    private static final int MOST_NUMBERS_TOLD = 100;
    private static final long MILLIS_BETWEEN_LOOKS = 10;

    private final TakenTimes taken;
    private final Occupancy occupancy;
    private final Duration grace;

    /** @param grace in which word of a write arrives */
    StoreComparison(TakenTimes taken, Occupancy occupancy, Duration grace) {
        this.taken = taken;
        this.occupancy = occupancy;
        this.grace = grace;
    }

    synchronized CheckFindings check() {
        Map<String, Holding> unlike = new HashMap<>();
        Set<String> lost = new HashSet<>();
        long documents = compareAll(unlike, lost);
        awaitWord(unlike);
        Set<Integer> numbers = new TreeSet<>();
        lost.retainAll(missing(lost));
        int healed = correct(unlike.keySet(), numbers) + count(lost.stream().map(taken::forget), numbers);
        Set<Integer> remade = taken.remakeWhatDoesNotFollow();
        numbers.addAll(remade);
        int differences = unlike.size() + lost.size() + remade.size();
        CheckFindings findings = new CheckFindings(documents, differences, healed + remade.size(), numbers);
        report(findings);
        return findings;
    }

    /** Collects documents that are not known as they are stored, and such that are known and not stored; returns how many are. */
    private long compareAll(Map<String, Holding> unlike, Set<String> lost) {
        long[] documents = {0};
        occupancy.readAll(stored -> {
            documents[0]++;
            if (!taken.agreesWith(stored)) {
                unlike.put(stored.root(), stored);
            }
        });
        if (taken.size().documents() + unlike.size() > documents[0]) {
            taken.forEachRoots(roots -> lost.addAll(missing(roots)));
        }
        return documents[0];
    }

    private Collection<String> missing(Collection<String> roots) {
        Set<String> missing = new HashSet<>(roots);
        occupancy.read(roots).forEach(stored -> missing.remove(stored.root()));
        return missing;
    }

    /** Returns how many documents were taken over, and adds the numbers that they concern to {@code numbers}. */
    private int correct(Set<String> roots, Set<Integer> numbers) {
        return count(occupancy.read(roots).stream().map(taken::correct), numbers);
    }

    private static int count(Stream<Optional<Set<Integer>>> corrections, Set<Integer> numbers) {
        List<Set<Integer>> made = corrections.flatMap(Optional::stream).toList();
        made.forEach(numbers::addAll);
        return made.size();
    }

    /**
     * Leaves only documents of which no word came in time. What was seen first is what must be known by then, even if it
     * was changed once more since.
     */
    private void awaitWord(Map<String, Holding> unlike) {
        long begin = System.nanoTime();
        unlike.values().removeIf(taken::agreesWith);
        while (!unlike.isEmpty() && System.nanoTime() - begin < grace.toNanos() && hasRested()) {
            unlike.values().removeIf(taken::agreesWith);
        }
    }

    private static boolean hasRested() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void report(CheckFindings findings) {
        if (findings.differences() == 0) {
            LOG.info("Free times agree with all {} stored documents", findings.documents());
        } else {
            LOG.warn(
                    "Free times differed in {} places from the {} stored documents, {} are put right; numbers concerned: {}",
                    findings.differences(),
                    findings.documents(),
                    findings.healed(),
                    findings.numbers().stream().limit(MOST_NUMBERS_TOLD).toList());
        }
    }
}
