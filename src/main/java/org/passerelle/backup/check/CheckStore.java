package org.passerelle.backup.check;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.platform.snapshot.StoreFindings;
import org.passerelle.platform.snapshot.StoreFindings.Weight;
import org.passerelle.platform.snapshot.StoreRule;
import org.passerelle.platform.snapshot.StoreSnapshot;
import org.passerelle.platform.snapshot.StoreSnapshots;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Holds a store, as of one moment, to the rules of all modules. */
public final class CheckStore {

    private final List<StoreRule> rules =
            SpringFactoriesLoader.forDefaultResourceLocation().load(StoreRule.class);

    public StoreFindings check(StoreSnapshots store) {
        StoreFindings findings = new StoreFindings();
        try (StoreSnapshot snapshot = store.take()) {
            for (StoreRule rule : rules) {
                findings.begin(rule.name());
                rule.examine(snapshot, findings);
            }
        }
        return findings;
    }

    /**
     * Mends what was found of derived data; nobody else may be writing.
     *
     * @return a line for each thing that was done
     */
    public List<String> repair(StoreFindings found, MongoDatabase database) {
        Set<String> derived = found.all().stream()
                .filter(finding -> finding.weight() == Weight.DERIVED)
                .map(StoreFindings.Finding::rule)
                .collect(Collectors.toSet());
        return rules.stream()
                .filter(rule -> derived.contains(rule.name()))
                .flatMap(rule -> rule.repair(database).stream())
                .toList();
    }
}
