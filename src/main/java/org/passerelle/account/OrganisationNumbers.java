package org.passerelle.account;

/** Gives each organisation the number under which it claims its quota: the same for ever, never the number of a room. */
interface OrganisationNumbers {

    int of(OrganisationId id);
}
