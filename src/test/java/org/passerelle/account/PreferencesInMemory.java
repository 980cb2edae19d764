package org.passerelle.account;

import java.util.HashMap;
import java.util.Map;

/** What people have said about how they like to be written to, in memory. */
public final class PreferencesInMemory implements Preferences {

    private final Map<PersonId, Preference> said = new HashMap<>();

    @Override
    public Preference of(PersonId person) {
        return said.getOrDefault(person, Preference.NONE);
    }

    @Override
    public void put(PersonId person, Preference preference) {
        said.put(person, preference);
    }
}
