package org.passerelle.platform.personal;

/**
 * How far an erasure has come.
 *
 * @param count documents, mails or the like that were changed or have gone
 * @param isComplete whether there is nothing left that will still be erased
 */
public record ErasureResult(long count, boolean isComplete) {

    public static final ErasureResult NOTHING = complete(0);

    public static ErasureResult complete(long count) {
        return new ErasureResult(count, true);
    }

    public ErasureResult and(ErasureResult other) {
        return new ErasureResult(count + other.count, isComplete && other.isComplete);
    }
}
