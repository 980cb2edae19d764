package org.passerelle.account.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.platform.personal.DataSubject;
import org.passerelle.platform.personal.ErasureResult;
import org.passerelle.platform.personal.HeldData;
import org.passerelle.platform.personal.PersonalStore;
import org.springframework.stereotype.Component;

/** The accounts of somebody. Erased, an account is an id that names nobody: bookings and the change log go on pointing at it. */
@Component
class AccountPersonalData implements PersonalStore {

    private final MongoAccounts accounts;

    AccountPersonalData(MongoAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Set<String> collections() {
        return Set.of("people");
    }

    /** Until everything else is erased, what is owed to others still has to say whose it was. */
    @Override
    public int order() {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<String> places() {
        return List.of("people");
    }

    @Override
    public List<HeldData> held(DataSubject subject) {
        return List.of(HeldData.of(
                "people",
                theirs(subject).stream().map(AccountPersonalData::plain).toList(),
                0));
    }

    private static Map<String, Object> plain(PersonDocument person) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", person.id());
        plain.put("email", person.address().value());
        plain.put("name", person.name());
        plain.put("role", person.role());
        plain.put("sites", person.sites());
        if (person.organisation() != null) {
            plain.put("organisation", person.organisation());
        }
        if (person.ended() != null) {
            plain.put("ended", person.ended().at().toString());
        }
        return plain;
    }

    @Override
    public ErasureResult erase(DataSubject subject, boolean waits) {
        ErasureResult result = ErasureResult.NOTHING;
        for (PersonDocument person : theirs(subject)) {
            boolean isDone = person.address().value().equals(subject.aliasAddress())
                    || accounts.erase(person, DataSubject.ERASED_TEXT, subject.aliasAddress());
            result = result.and(new ErasureResult(isDone ? 1 : 0, isDone));
        }
        return result;
    }

    private List<PersonDocument> theirs(DataSubject subject) {
        return accounts.everybodyEver().stream()
                .filter(person -> subject.ids().contains(person.id()))
                .toList();
    }
}
