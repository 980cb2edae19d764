package org.passerelle.api.account;

import java.util.Locale;
import org.passerelle.account.AccountRefusal;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.Stale;

/** Says why a change to accounts was not made. */
final class AccountRefusals {

    private AccountRefusals() {}

    /** @param passwordField what the request calls the new password */
    static void raise(AccountRefusal refusal, String passwordField) {
        if (refusal == AccountRefusal.MEANWHILE) {
            throw new Stale();
        }
        throw new InvalidRequest(
                fieldOf(refusal, passwordField),
                "account." + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String fieldOf(AccountRefusal refusal, String passwordField) {
        switch (refusal) {
            case PASSWORD_MISSING:
            case PASSWORD_TOO_SHORT:
            case PASSWORD_TOO_LONG:
            case PASSWORD_COMMON:
            case PASSWORD_OBVIOUS:
                return passwordField;
            case PASSWORD_WRONG:
                return "present";
            case ORGANISATION_UNKNOWN:
                return "organisation";
            default:
                return "";
        }
    }
}
