package org.passerelle.api.account;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountId;
import org.passerelle.api.HasBookings;
import org.passerelle.privacy.ErasingPeople.ErasureOutcome;
import org.passerelle.privacy.Erasure;
import org.passerelle.privacy.Erasure.ErasureState;

/**
 * An erasure as told to clients.
 *
 * @param accounts ids of accounts, which name nobody any more
 * @param count documents, mails and entries of the record that were changed or have gone until now
 * @param ended null until it is done
 * @param left places that still name the person, for it is not the program's to change them
 */
record ErasureView(
        String id,
        Instant at,
        @Schema(implementation = ErasureState.class) String state,
        List<String> accounts,
        long count,
        @Nullable Instant ended,
        List<String> left) {

    static ErasureView of(Erasure erasure) {
        return new ErasureView(
                erasure.id(),
                erasure.at(),
                erasure.state().name(),
                erasure.accounts().stream().map(AccountId::text).sorted().toList(),
                erasure.count(),
                erasure.ended().orElse(null),
                erasure.left());
    }

    /**
     * @throws HasBookings if something must be said of bookings first
     * @throws org.passerelle.api.InvalidRequest if the account cannot end
     */
    static ErasureView of(ErasureOutcome outcome) {
        if (outcome instanceof ErasureOutcome.BookingsLeft left) {
            throw new HasBookings(left.count());
        }
        if (outcome instanceof ErasureOutcome.Refused refused) {
            AccountRefusals.raise(refused.why(), "password");
        }
        if (outcome instanceof ErasureOutcome.Begun begun) {
            return of(begun.erasure());
        }
        throw new IllegalStateException("An erasure neither began nor was refused");
    }
}
