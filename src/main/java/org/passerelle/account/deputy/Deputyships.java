package org.passerelle.account.deputy;

import java.util.List;
import org.passerelle.account.AccountId;

/** Where it is kept who stands in for whom. In force at once here, within seconds on other nodes. */
public interface Deputyships {

    /** So many deputies somebody may have at once, those of the past included until they are named no more. */
    int MOST = 20;

    /** Those of {@code principal}, in the order of their ids; over or to come as well. */
    List<Deputyship> of(Principal principal);

    /** For whom {@code deputy} stands in, or did, or will. Asked at every request. */
    List<Deputyship> by(AccountId deputy);

    /** All of them, over or to come as well; as they were some seconds ago at most. */
    List<Deputyship> all();

    /**
     * Adds it, or replaces the one of the same two. However many do so at once, nobody has more than {@link #MOST}.
     *
     * @return whether there was room for it
     */
    boolean put(Deputyship deputyship);

    /** Ends it; nothing happens if there is none. */
    void remove(Principal principal, AccountId deputy);
}
