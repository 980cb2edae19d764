package org.passerelle.account;

/** An account has ended: nobody can act by it any more, and what was kept for it alone may be removed. */
public record AccountEnded(AccountId id) {}
