package org.passerelle.account.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.passerelle.account.AccountId;
import org.passerelle.platform.digest.Digests;
import org.passerelle.platform.personal.DataSubject;
import org.passerelle.platform.personal.RetainedData;
import org.springframework.stereotype.Component;

/** Takes name and address from accounts that ended long ago. */
@Component
class RetainedAccounts implements RetainedData {

    private static final int ALIAS_BITS = 80;

    private final MongoAccounts accounts;

    RetainedAccounts(MongoAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public RetentionKind kind() {
        return RetentionKind.ACCOUNTS;
    }

    @Override
    public long forgetBefore(Instant before, int most) {
        List<PersonDocument> old = accounts.everybodyEver().stream()
                .filter(person -> person.endedBefore(before))
                .filter(person -> !person.name().equals(DataSubject.ERASED_TEXT))
                .limit(most)
                .toList();
        return old.stream().filter(this::erase).count();
    }

    private boolean erase(PersonDocument person) {
        AccountId id = person.accountId();
        DataSubject subject = new DataSubject(Set.of(id.text()), Set.of(), Set.of(), Digests.randomText(ALIAS_BITS));
        return accounts.erase(person, DataSubject.ERASED_TEXT, subject.aliasAddress());
    }
}
