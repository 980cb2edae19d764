package org.passerelle.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.AccountId;
import org.passerelle.account.PersonId;
import org.passerelle.platform.personal.DataSubject;

/**
 * That somebody is erased: noted before anything is erased, so that a crash stops it for a moment only, and kept afterwards without
 * anything that tells whom it was about but the ids of accounts, which name nobody any more.
 *
 * @param by who asked for it
 * @param accounts of the person; none if they never had one
 * @param subject empty once they are erased
 * @param count documents, mails and entries of the change log that were changed or have gone until now
 * @param ended when there was nothing left to do
 * @param mark by what the person is found again in an older copy of the store
 * @param left places that still name them: what is not the program's to change
 */
public record Erasure(
        String id,
        Instant at,
        PersonId by,
        Set<AccountId> accounts,
        Optional<DataSubject> subject,
        ErasureState state,
        long count,
        Optional<Instant> ended,
        List<String> left,
        SubjectMark mark) {

    /** How far it has come. */
    public enum ErasureState {
        /** Somebody is still being erased; what mail is owed to others has to leave first. */
        RUNNING,
        /** Nothing of them is to be found any more; former versions of documents may still lie on the disk. */
        ERASED,
        /** Those have been told to go as well. */
        DONE
    }

    public Erasure {
        accounts = Set.copyOf(accounts);
        left = List.copyOf(left);
    }

    Erasure counting(long more) {
        return new Erasure(id, at, by, accounts, subject, state, count + more, ended, left, mark);
    }

    /** Without whom it was about. */
    Erasure erased(List<String> places) {
        return new Erasure(id, at, by, accounts, Optional.empty(), ErasureState.ERASED, count, ended, places, mark);
    }

    Erasure done(Instant now) {
        return new Erasure(id, at, by, accounts, subject, ErasureState.DONE, count, Optional.of(now), left, mark);
    }
}
